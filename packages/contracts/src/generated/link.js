/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["skein-link"] || ($protobuf.roots["skein-link"] = {});

export const skein = $root.skein = (() => {

    /**
     * Namespace skein.
     * @exports skein
     * @namespace
     */
    const skein = {};

    skein.link = (function() {

        /**
         * Namespace link.
         * @memberof skein
         * @namespace
         */
        const link = {};

        link.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof skein.link
             * @namespace
             */
            const v1 = {};

            v1.Frame = (function() {

                /**
                 * Properties of a Frame.
                 * @typedef {Object} skein.link.v1.Frame.$Properties
                 * @property {string|null} [sender] Frame sender
                 * @property {number|null} [number] Frame number
                 * @property {Array.<skein.link.v1.Reply.$Properties>|null} [replies] Frame replies
                 * @property {Array.<skein.link.v1.Delivery.$Properties>|null} [deliveries] Frame deliveries
                 * @property {Array.<skein.link.v1.Kick.$Properties>|null} [kicks] Frame kicks
                 * @property {Array.<string>|null} [lost] Frame lost
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Frame.
                 * @memberof skein.link.v1
                 * @interface IFrame
                 * @augments skein.link.v1.Frame.$Properties
                 * @deprecated Use skein.link.v1.Frame.$Properties instead.
                 */

                /**
                 * Shape of a Frame.
                 * @typedef {skein.link.v1.Frame.$Properties} skein.link.v1.Frame.$Shape
                 */

                /**
                 * Constructs a new Frame.
                 * @memberof skein.link.v1
                 * @classdesc Represents a Frame.
                 * @constructor
                 * @param {skein.link.v1.Frame.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Frame = function (properties) {
                    this.replies = [];
                    this.deliveries = [];
                    this.kicks = [];
                    this.lost = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Frame sender.
                 * @member {string} sender
                 * @memberof skein.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.sender = "";

                /**
                 * Frame number.
                 * @member {number} number
                 * @memberof skein.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Frame replies.
                 * @member {Array.<skein.link.v1.Reply.$Properties>} replies
                 * @memberof skein.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.replies = $util.emptyArray;

                /**
                 * Frame deliveries.
                 * @member {Array.<skein.link.v1.Delivery.$Properties>} deliveries
                 * @memberof skein.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.deliveries = $util.emptyArray;

                /**
                 * Frame kicks.
                 * @member {Array.<skein.link.v1.Kick.$Properties>} kicks
                 * @memberof skein.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.kicks = $util.emptyArray;

                /**
                 * Frame lost.
                 * @member {Array.<string>} lost
                 * @memberof skein.link.v1.Frame
                 * @instance
                 */
                Frame.prototype.lost = $util.emptyArray;

                /**
                 * Encodes the specified Frame message. Does not implicitly {@link skein.link.v1.Frame.verify|verify} messages.
                 * @function encode
                 * @memberof skein.link.v1.Frame
                 * @static
                 * @param {skein.link.v1.Frame.$Properties} message Frame message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Frame.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.sender != null && $Object.hasOwnProperty.call(message, "sender") && message.sender !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.sender);
                    if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.number);
                    if (message.replies != null && message.replies.length)
                        for (let i = 0; i < message.replies.length; ++i)
                            $root.skein.link.v1.Reply.encode(message.replies[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.deliveries != null && message.deliveries.length)
                        for (let i = 0; i < message.deliveries.length; ++i)
                            $root.skein.link.v1.Delivery.encode(message.deliveries[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.kicks != null && message.kicks.length)
                        for (let i = 0; i < message.kicks.length; ++i)
                            $root.skein.link.v1.Kick.encode(message.kicks[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.lost != null && message.lost.length)
                        for (let i = 0; i < message.lost.length; ++i)
                            writer.uint32(/* id 6, wireType 2 =*/50).string(message.lost[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Frame message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.link.v1.Frame
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.link.v1.Frame & skein.link.v1.Frame.$Shape} Frame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Frame.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.link.v1.Frame();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.sender = value;
                                else
                                    delete message.sender;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.number = value;
                                else
                                    delete message.number;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.replies && message.replies.length))
                                    message.replies = [];
                                message.replies.push($root.skein.link.v1.Reply.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.deliveries && message.deliveries.length))
                                    message.deliveries = [];
                                message.deliveries.push($root.skein.link.v1.Delivery.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.kicks && message.kicks.length))
                                    message.kicks = [];
                                message.kicks.push($root.skein.link.v1.Kick.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.lost && message.lost.length))
                                    message.lost = [];
                                message.lost.push(reader.stringVerify());
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Frame;
            })();

            v1.Reply = (function() {

                /**
                 * Properties of a Reply.
                 * @typedef {Object} skein.link.v1.Reply.$Properties
                 * @property {string|null} [connectionId] Reply connectionId
                 * @property {string|null} [commandId] Reply commandId
                 * @property {string|null} [code] Reply code
                 * @property {string|null} [detail] Reply detail
                 * @property {Uint8Array|null} [body] Reply body
                 * @property {number|null} [partition] Reply partition
                 * @property {number|null} [offset] Reply offset
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Reply.
                 * @memberof skein.link.v1
                 * @interface IReply
                 * @augments skein.link.v1.Reply.$Properties
                 * @deprecated Use skein.link.v1.Reply.$Properties instead.
                 */

                /**
                 * Shape of a Reply.
                 * @typedef {skein.link.v1.Reply.$Properties} skein.link.v1.Reply.$Shape
                 */

                /**
                 * Constructs a new Reply.
                 * @memberof skein.link.v1
                 * @classdesc Represents a Reply.
                 * @constructor
                 * @param {skein.link.v1.Reply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Reply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Reply connectionId.
                 * @member {string} connectionId
                 * @memberof skein.link.v1.Reply
                 * @instance
                 */
                Reply.prototype.connectionId = "";

                /**
                 * Reply commandId.
                 * @member {string} commandId
                 * @memberof skein.link.v1.Reply
                 * @instance
                 */
                Reply.prototype.commandId = "";

                /**
                 * Reply code.
                 * @member {string} code
                 * @memberof skein.link.v1.Reply
                 * @instance
                 */
                Reply.prototype.code = "";

                /**
                 * Reply detail.
                 * @member {string} detail
                 * @memberof skein.link.v1.Reply
                 * @instance
                 */
                Reply.prototype.detail = "";

                /**
                 * Reply body.
                 * @member {Uint8Array} body
                 * @memberof skein.link.v1.Reply
                 * @instance
                 */
                Reply.prototype.body = $util.newBuffer([]);

                /**
                 * Reply partition.
                 * @member {number} partition
                 * @memberof skein.link.v1.Reply
                 * @instance
                 */
                Reply.prototype.partition = 0;

                /**
                 * Reply offset.
                 * @member {number} offset
                 * @memberof skein.link.v1.Reply
                 * @instance
                 */
                Reply.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified Reply message. Does not implicitly {@link skein.link.v1.Reply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.link.v1.Reply
                 * @static
                 * @param {skein.link.v1.Reply.$Properties} message Reply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Reply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.connectionId != null && $Object.hasOwnProperty.call(message, "connectionId") && message.connectionId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.connectionId);
                    if (message.commandId != null && $Object.hasOwnProperty.call(message, "commandId") && message.commandId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.commandId);
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.code);
                    if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.detail);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                        writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.body);
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.partition);
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.offset);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Reply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.link.v1.Reply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.link.v1.Reply & skein.link.v1.Reply.$Shape} Reply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Reply.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.link.v1.Reply();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.connectionId = value;
                                else
                                    delete message.connectionId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.commandId = value;
                                else
                                    delete message.commandId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.detail = value;
                                else
                                    delete message.detail;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.body = value;
                                else
                                    delete message.body;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.offset = value;
                                else
                                    delete message.offset;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Reply;
            })();

            v1.Delivery = (function() {

                /**
                 * Properties of a Delivery.
                 * @typedef {Object} skein.link.v1.Delivery.$Properties
                 * @property {Uint8Array|null} [push] Delivery push
                 * @property {Array.<string>|null} [connectionIds] Delivery connectionIds
                 * @property {skein.link.v1.GroupAnnouncement.$Properties|null} [group] Delivery group
                 * @property {skein.link.v1.Everybody.$Properties|null} [everybody] Delivery everybody
                 * @property {skein.link.v1.RoomSignals.$Properties|null} [room] Delivery room
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Delivery.
                 * @memberof skein.link.v1
                 * @interface IDelivery
                 * @augments skein.link.v1.Delivery.$Properties
                 * @deprecated Use skein.link.v1.Delivery.$Properties instead.
                 */

                /**
                 * Shape of a Delivery.
                 * @typedef {skein.link.v1.Delivery.$Properties} skein.link.v1.Delivery.$Shape
                 */

                /**
                 * Constructs a new Delivery.
                 * @memberof skein.link.v1
                 * @classdesc Represents a Delivery.
                 * @constructor
                 * @param {skein.link.v1.Delivery.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Delivery = function (properties) {
                    this.connectionIds = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Delivery push.
                 * @member {Uint8Array} push
                 * @memberof skein.link.v1.Delivery
                 * @instance
                 */
                Delivery.prototype.push = $util.newBuffer([]);

                /**
                 * Delivery connectionIds.
                 * @member {Array.<string>} connectionIds
                 * @memberof skein.link.v1.Delivery
                 * @instance
                 */
                Delivery.prototype.connectionIds = $util.emptyArray;

                /**
                 * Delivery group.
                 * @member {skein.link.v1.GroupAnnouncement.$Properties|null|undefined} group
                 * @memberof skein.link.v1.Delivery
                 * @instance
                 */
                Delivery.prototype.group = null;

                /**
                 * Delivery everybody.
                 * @member {skein.link.v1.Everybody.$Properties|null|undefined} everybody
                 * @memberof skein.link.v1.Delivery
                 * @instance
                 */
                Delivery.prototype.everybody = null;

                /**
                 * Delivery room.
                 * @member {skein.link.v1.RoomSignals.$Properties|null|undefined} room
                 * @memberof skein.link.v1.Delivery
                 * @instance
                 */
                Delivery.prototype.room = null;

                /**
                 * Encodes the specified Delivery message. Does not implicitly {@link skein.link.v1.Delivery.verify|verify} messages.
                 * @function encode
                 * @memberof skein.link.v1.Delivery
                 * @static
                 * @param {skein.link.v1.Delivery.$Properties} message Delivery message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Delivery.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.push != null && $Object.hasOwnProperty.call(message, "push") && message.push.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.push);
                    if (message.connectionIds != null && message.connectionIds.length)
                        for (let i = 0; i < message.connectionIds.length; ++i)
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.connectionIds[i]);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group"))
                        $root.skein.link.v1.GroupAnnouncement.encode(message.group, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.room != null && $Object.hasOwnProperty.call(message, "room"))
                        $root.skein.link.v1.RoomSignals.encode(message.room, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.everybody != null && $Object.hasOwnProperty.call(message, "everybody"))
                        $root.skein.link.v1.Everybody.encode(message.everybody, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Delivery message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.link.v1.Delivery
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.link.v1.Delivery & skein.link.v1.Delivery.$Shape} Delivery
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Delivery.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.link.v1.Delivery();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.push = value;
                                else
                                    delete message.push;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.connectionIds && message.connectionIds.length))
                                    message.connectionIds = [];
                                message.connectionIds.push(reader.stringVerify());
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.group = $root.skein.link.v1.GroupAnnouncement.decode(reader, reader.size(), $undefined, _depth + 1, message.group);
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                message.everybody = $root.skein.link.v1.Everybody.decode(reader, reader.size(), $undefined, _depth + 1, message.everybody);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.room = $root.skein.link.v1.RoomSignals.decode(reader, reader.size(), $undefined, _depth + 1, message.room);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Delivery;
            })();

            v1.RoomSignals = (function() {

                /**
                 * Properties of a RoomSignals.
                 * @typedef {Object} skein.link.v1.RoomSignals.$Properties
                 * @property {string|null} [appId] RoomSignals appId
                 * @property {string|null} [conversationId] RoomSignals conversationId
                 * @property {number|null} [signals] RoomSignals signals
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RoomSignals.
                 * @memberof skein.link.v1
                 * @interface IRoomSignals
                 * @augments skein.link.v1.RoomSignals.$Properties
                 * @deprecated Use skein.link.v1.RoomSignals.$Properties instead.
                 */

                /**
                 * Shape of a RoomSignals.
                 * @typedef {skein.link.v1.RoomSignals.$Properties} skein.link.v1.RoomSignals.$Shape
                 */

                /**
                 * Constructs a new RoomSignals.
                 * @memberof skein.link.v1
                 * @classdesc Represents a RoomSignals.
                 * @constructor
                 * @param {skein.link.v1.RoomSignals.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RoomSignals = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RoomSignals appId.
                 * @member {string} appId
                 * @memberof skein.link.v1.RoomSignals
                 * @instance
                 */
                RoomSignals.prototype.appId = "";

                /**
                 * RoomSignals conversationId.
                 * @member {string} conversationId
                 * @memberof skein.link.v1.RoomSignals
                 * @instance
                 */
                RoomSignals.prototype.conversationId = "";

                /**
                 * RoomSignals signals.
                 * @member {number} signals
                 * @memberof skein.link.v1.RoomSignals
                 * @instance
                 */
                RoomSignals.prototype.signals = 0;

                /**
                 * Encodes the specified RoomSignals message. Does not implicitly {@link skein.link.v1.RoomSignals.verify|verify} messages.
                 * @function encode
                 * @memberof skein.link.v1.RoomSignals
                 * @static
                 * @param {skein.link.v1.RoomSignals.$Properties} message RoomSignals message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RoomSignals.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.appId != null && $Object.hasOwnProperty.call(message, "appId") && message.appId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.appId);
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.conversationId);
                    if (message.signals != null && $Object.hasOwnProperty.call(message, "signals") && message.signals !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.signals);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RoomSignals message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.link.v1.RoomSignals
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.link.v1.RoomSignals & skein.link.v1.RoomSignals.$Shape} RoomSignals
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RoomSignals.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.link.v1.RoomSignals();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.appId = value;
                                else
                                    delete message.appId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.signals = value;
                                else
                                    delete message.signals;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return RoomSignals;
            })();

            v1.GroupAnnouncement = (function() {

                /**
                 * Properties of a GroupAnnouncement.
                 * @typedef {Object} skein.link.v1.GroupAnnouncement.$Properties
                 * @property {string|null} [appId] GroupAnnouncement appId
                 * @property {string|null} [conversationId] GroupAnnouncement conversationId
                 * @property {number|null} [partition] GroupAnnouncement partition
                 * @property {number|null} [offset] GroupAnnouncement offset
                 * @property {number|null} [unchangedFrom] GroupAnnouncement unchangedFrom
                 * @property {number|null} [seq] GroupAnnouncement seq
                 * @property {number|null} [targetSeq] GroupAnnouncement targetSeq
                 * @property {Uint8Array|null} [untoldPush] GroupAnnouncement untoldPush
                 * @property {string|null} [exceptConnection] GroupAnnouncement exceptConnection
                 * @property {boolean|null} [joins] GroupAnnouncement joins
                 * @property {Array.<skein.link.v1.StayStep.$Properties>|null} [steps] GroupAnnouncement steps
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a GroupAnnouncement.
                 * @memberof skein.link.v1
                 * @interface IGroupAnnouncement
                 * @augments skein.link.v1.GroupAnnouncement.$Properties
                 * @deprecated Use skein.link.v1.GroupAnnouncement.$Properties instead.
                 */

                /**
                 * Shape of a GroupAnnouncement.
                 * @typedef {skein.link.v1.GroupAnnouncement.$Properties} skein.link.v1.GroupAnnouncement.$Shape
                 */

                /**
                 * Constructs a new GroupAnnouncement.
                 * @memberof skein.link.v1
                 * @classdesc Represents a GroupAnnouncement.
                 * @constructor
                 * @param {skein.link.v1.GroupAnnouncement.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const GroupAnnouncement = function (properties) {
                    this.steps = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * GroupAnnouncement appId.
                 * @member {string} appId
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @instance
                 */
                GroupAnnouncement.prototype.appId = "";

                /**
                 * GroupAnnouncement conversationId.
                 * @member {string} conversationId
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @instance
                 */
                GroupAnnouncement.prototype.conversationId = "";

                /**
                 * GroupAnnouncement partition.
                 * @member {number} partition
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @instance
                 */
                GroupAnnouncement.prototype.partition = 0;

                /**
                 * GroupAnnouncement offset.
                 * @member {number} offset
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @instance
                 */
                GroupAnnouncement.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * GroupAnnouncement unchangedFrom.
                 * @member {number} unchangedFrom
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @instance
                 */
                GroupAnnouncement.prototype.unchangedFrom = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * GroupAnnouncement seq.
                 * @member {number} seq
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @instance
                 */
                GroupAnnouncement.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * GroupAnnouncement targetSeq.
                 * @member {number} targetSeq
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @instance
                 */
                GroupAnnouncement.prototype.targetSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * GroupAnnouncement untoldPush.
                 * @member {Uint8Array} untoldPush
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @instance
                 */
                GroupAnnouncement.prototype.untoldPush = $util.newBuffer([]);

                /**
                 * GroupAnnouncement exceptConnection.
                 * @member {string} exceptConnection
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @instance
                 */
                GroupAnnouncement.prototype.exceptConnection = "";

                /**
                 * GroupAnnouncement joins.
                 * @member {boolean} joins
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @instance
                 */
                GroupAnnouncement.prototype.joins = false;

                /**
                 * GroupAnnouncement steps.
                 * @member {Array.<skein.link.v1.StayStep.$Properties>} steps
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @instance
                 */
                GroupAnnouncement.prototype.steps = $util.emptyArray;

                /**
                 * Encodes the specified GroupAnnouncement message. Does not implicitly {@link skein.link.v1.GroupAnnouncement.verify|verify} messages.
                 * @function encode
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @static
                 * @param {skein.link.v1.GroupAnnouncement.$Properties} message GroupAnnouncement message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                GroupAnnouncement.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.appId != null && $Object.hasOwnProperty.call(message, "appId") && message.appId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.appId);
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.conversationId);
                    if (message.partition != null && $Object.hasOwnProperty.call(message, "partition") && message.partition !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.partition);
                    if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.offset);
                    if (message.unchangedFrom != null && $Object.hasOwnProperty.call(message, "unchangedFrom") && (typeof message.unchangedFrom === "object" ? message.unchangedFrom.low || message.unchangedFrom.high : message.unchangedFrom !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.unchangedFrom);
                    if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.seq);
                    if (message.targetSeq != null && $Object.hasOwnProperty.call(message, "targetSeq") && (typeof message.targetSeq === "object" ? message.targetSeq.low || message.targetSeq.high : message.targetSeq !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.targetSeq);
                    if (message.untoldPush != null && $Object.hasOwnProperty.call(message, "untoldPush") && message.untoldPush.length)
                        writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.untoldPush);
                    if (message.exceptConnection != null && $Object.hasOwnProperty.call(message, "exceptConnection") && message.exceptConnection !== "")
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.exceptConnection);
                    if (message.joins != null && $Object.hasOwnProperty.call(message, "joins") && message.joins !== false)
                        writer.uint32(/* id 10, wireType 0 =*/80).bool(message.joins);
                    if (message.steps != null && message.steps.length)
                        for (let i = 0; i < message.steps.length; ++i)
                            $root.skein.link.v1.StayStep.encode(message.steps[i], writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a GroupAnnouncement message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.link.v1.GroupAnnouncement
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.link.v1.GroupAnnouncement & skein.link.v1.GroupAnnouncement.$Shape} GroupAnnouncement
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                GroupAnnouncement.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.link.v1.GroupAnnouncement();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.appId = value;
                                else
                                    delete message.appId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.partition = value;
                                else
                                    delete message.partition;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.offset = value;
                                else
                                    delete message.offset;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.unchangedFrom = value;
                                else
                                    delete message.unchangedFrom;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seq = value;
                                else
                                    delete message.seq;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.targetSeq = value;
                                else
                                    delete message.targetSeq;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.untoldPush = value;
                                else
                                    delete message.untoldPush;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.exceptConnection = value;
                                else
                                    delete message.exceptConnection;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.joins = value;
                                else
                                    delete message.joins;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.steps && message.steps.length))
                                    message.steps = [];
                                message.steps.push($root.skein.link.v1.StayStep.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return GroupAnnouncement;
            })();

            v1.StayStep = (function() {

                /**
                 * Properties of a StayStep.
                 * @typedef {Object} skein.link.v1.StayStep.$Properties
                 * @property {string|null} [userId] StayStep userId
                 * @property {number|null} [fromSeq] StayStep fromSeq
                 * @property {number|null} [toSeq] StayStep toSeq
                 * @property {number|null} [seesFrom] StayStep seesFrom
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a StayStep.
                 * @memberof skein.link.v1
                 * @interface IStayStep
                 * @augments skein.link.v1.StayStep.$Properties
                 * @deprecated Use skein.link.v1.StayStep.$Properties instead.
                 */

                /**
                 * Shape of a StayStep.
                 * @typedef {skein.link.v1.StayStep.$Properties} skein.link.v1.StayStep.$Shape
                 */

                /**
                 * Constructs a new StayStep.
                 * @memberof skein.link.v1
                 * @classdesc Represents a StayStep.
                 * @constructor
                 * @param {skein.link.v1.StayStep.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const StayStep = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * StayStep userId.
                 * @member {string} userId
                 * @memberof skein.link.v1.StayStep
                 * @instance
                 */
                StayStep.prototype.userId = "";

                /**
                 * StayStep fromSeq.
                 * @member {number} fromSeq
                 * @memberof skein.link.v1.StayStep
                 * @instance
                 */
                StayStep.prototype.fromSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * StayStep toSeq.
                 * @member {number} toSeq
                 * @memberof skein.link.v1.StayStep
                 * @instance
                 */
                StayStep.prototype.toSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * StayStep seesFrom.
                 * @member {number} seesFrom
                 * @memberof skein.link.v1.StayStep
                 * @instance
                 */
                StayStep.prototype.seesFrom = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified StayStep message. Does not implicitly {@link skein.link.v1.StayStep.verify|verify} messages.
                 * @function encode
                 * @memberof skein.link.v1.StayStep
                 * @static
                 * @param {skein.link.v1.StayStep.$Properties} message StayStep message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                StayStep.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.fromSeq != null && $Object.hasOwnProperty.call(message, "fromSeq") && (typeof message.fromSeq === "object" ? message.fromSeq.low || message.fromSeq.high : message.fromSeq !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.fromSeq);
                    if (message.toSeq != null && $Object.hasOwnProperty.call(message, "toSeq") && (typeof message.toSeq === "object" ? message.toSeq.low || message.toSeq.high : message.toSeq !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.toSeq);
                    if (message.seesFrom != null && $Object.hasOwnProperty.call(message, "seesFrom") && (typeof message.seesFrom === "object" ? message.seesFrom.low || message.seesFrom.high : message.seesFrom !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.seesFrom);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a StayStep message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.link.v1.StayStep
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.link.v1.StayStep & skein.link.v1.StayStep.$Shape} StayStep
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                StayStep.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.link.v1.StayStep();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.userId = value;
                                else
                                    delete message.userId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.fromSeq = value;
                                else
                                    delete message.fromSeq;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.toSeq = value;
                                else
                                    delete message.toSeq;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seesFrom = value;
                                else
                                    delete message.seesFrom;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return StayStep;
            })();

            v1.Everybody = (function() {

                /**
                 * Properties of an Everybody.
                 * @typedef {Object} skein.link.v1.Everybody.$Properties
                 * @property {string|null} [appId] Everybody appId
                 * @property {string|null} [id] Everybody id
                 * @property {number|null} [perSecond] Everybody perSecond
                 * @property {string|null} [exceptConnection] Everybody exceptConnection
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Everybody.
                 * @memberof skein.link.v1
                 * @interface IEverybody
                 * @augments skein.link.v1.Everybody.$Properties
                 * @deprecated Use skein.link.v1.Everybody.$Properties instead.
                 */

                /**
                 * Shape of an Everybody.
                 * @typedef {skein.link.v1.Everybody.$Properties} skein.link.v1.Everybody.$Shape
                 */

                /**
                 * Constructs a new Everybody.
                 * @memberof skein.link.v1
                 * @classdesc Represents an Everybody.
                 * @constructor
                 * @param {skein.link.v1.Everybody.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Everybody = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Everybody appId.
                 * @member {string} appId
                 * @memberof skein.link.v1.Everybody
                 * @instance
                 */
                Everybody.prototype.appId = "";

                /**
                 * Everybody id.
                 * @member {string} id
                 * @memberof skein.link.v1.Everybody
                 * @instance
                 */
                Everybody.prototype.id = "";

                /**
                 * Everybody perSecond.
                 * @member {number} perSecond
                 * @memberof skein.link.v1.Everybody
                 * @instance
                 */
                Everybody.prototype.perSecond = 0;

                /**
                 * Everybody exceptConnection.
                 * @member {string} exceptConnection
                 * @memberof skein.link.v1.Everybody
                 * @instance
                 */
                Everybody.prototype.exceptConnection = "";

                /**
                 * Encodes the specified Everybody message. Does not implicitly {@link skein.link.v1.Everybody.verify|verify} messages.
                 * @function encode
                 * @memberof skein.link.v1.Everybody
                 * @static
                 * @param {skein.link.v1.Everybody.$Properties} message Everybody message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Everybody.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.appId != null && $Object.hasOwnProperty.call(message, "appId") && message.appId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.appId);
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
                    if (message.perSecond != null && $Object.hasOwnProperty.call(message, "perSecond") && message.perSecond !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.perSecond);
                    if (message.exceptConnection != null && $Object.hasOwnProperty.call(message, "exceptConnection") && message.exceptConnection !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.exceptConnection);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Everybody message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.link.v1.Everybody
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.link.v1.Everybody & skein.link.v1.Everybody.$Shape} Everybody
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Everybody.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.link.v1.Everybody();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.appId = value;
                                else
                                    delete message.appId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.perSecond = value;
                                else
                                    delete message.perSecond;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.exceptConnection = value;
                                else
                                    delete message.exceptConnection;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Everybody;
            })();

            v1.Kick = (function() {

                /**
                 * Properties of a Kick.
                 * @typedef {Object} skein.link.v1.Kick.$Properties
                 * @property {string|null} [connectionId] Kick connectionId
                 * @property {string|null} [code] Kick code
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Kick.
                 * @memberof skein.link.v1
                 * @interface IKick
                 * @augments skein.link.v1.Kick.$Properties
                 * @deprecated Use skein.link.v1.Kick.$Properties instead.
                 */

                /**
                 * Shape of a Kick.
                 * @typedef {skein.link.v1.Kick.$Properties} skein.link.v1.Kick.$Shape
                 */

                /**
                 * Constructs a new Kick.
                 * @memberof skein.link.v1
                 * @classdesc Represents a Kick.
                 * @constructor
                 * @param {skein.link.v1.Kick.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Kick = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Kick connectionId.
                 * @member {string} connectionId
                 * @memberof skein.link.v1.Kick
                 * @instance
                 */
                Kick.prototype.connectionId = "";

                /**
                 * Kick code.
                 * @member {string} code
                 * @memberof skein.link.v1.Kick
                 * @instance
                 */
                Kick.prototype.code = "";

                /**
                 * Encodes the specified Kick message. Does not implicitly {@link skein.link.v1.Kick.verify|verify} messages.
                 * @function encode
                 * @memberof skein.link.v1.Kick
                 * @static
                 * @param {skein.link.v1.Kick.$Properties} message Kick message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Kick.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.connectionId != null && $Object.hasOwnProperty.call(message, "connectionId") && message.connectionId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.connectionId);
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Kick message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.link.v1.Kick
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.link.v1.Kick & skein.link.v1.Kick.$Shape} Kick
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Kick.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.link.v1.Kick();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.connectionId = value;
                                else
                                    delete message.connectionId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Kick;
            })();

            return v1;
        })();

        return link;
    })();

    return skein;
})();

export {
  $root as default
};
