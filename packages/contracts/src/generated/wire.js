/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["skein-wire"] || ($protobuf.roots["skein-wire"] = {});

export const skein = $root.skein = (() => {

    /**
     * Namespace skein.
     * @exports skein
     * @namespace
     */
    const skein = {};

    skein.wire = (function() {

        /**
         * Namespace wire.
         * @memberof skein
         * @namespace
         */
        const wire = {};

        wire.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof skein.wire
             * @namespace
             */
            const v1 = {};

            v1.LoginRequest = (function() {

                /**
                 * Properties of a LoginRequest.
                 * @typedef {Object} skein.wire.v1.LoginRequest.$Properties
                 * @property {string|null} [token] Token from the HTTP API.
                 * @property {string|null} [appId] Business the client belongs to; must be the token's.
                 * @property {string|null} [clientName] Name and version of the client software, for operators.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LoginRequest.
                 * @memberof skein.wire.v1
                 * @interface ILoginRequest
                 * @augments skein.wire.v1.LoginRequest.$Properties
                 * @deprecated Use skein.wire.v1.LoginRequest.$Properties instead.
                 */

                /**
                 * Shape of a LoginRequest.
                 * @typedef {skein.wire.v1.LoginRequest.$Properties} skein.wire.v1.LoginRequest.$Shape
                 */

                /**
                 * Constructs a new LoginRequest.
                 * @memberof skein.wire.v1
                 * @classdesc connection/login, client to server: the first packet of every connection.
                 * @constructor
                 * @param {skein.wire.v1.LoginRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LoginRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Token from the HTTP API.
                 * @member {string} token
                 * @memberof skein.wire.v1.LoginRequest
                 * @instance
                 */
                LoginRequest.prototype.token = "";

                /**
                 * Business the client belongs to; must be the token's.
                 * @member {string} appId
                 * @memberof skein.wire.v1.LoginRequest
                 * @instance
                 */
                LoginRequest.prototype.appId = "";

                /**
                 * Name and version of the client software, for operators.
                 * @member {string} clientName
                 * @memberof skein.wire.v1.LoginRequest
                 * @instance
                 */
                LoginRequest.prototype.clientName = "";

                /**
                 * Encodes the specified LoginRequest message. Does not implicitly {@link skein.wire.v1.LoginRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.LoginRequest
                 * @static
                 * @param {skein.wire.v1.LoginRequest.$Properties} message LoginRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LoginRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.token);
                    if (message.appId != null && $Object.hasOwnProperty.call(message, "appId") && message.appId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.appId);
                    if (message.clientName != null && $Object.hasOwnProperty.call(message, "clientName") && message.clientName !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.clientName);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LoginRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.LoginRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.LoginRequest & skein.wire.v1.LoginRequest.$Shape} LoginRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LoginRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.LoginRequest();
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
                                    message.token = value;
                                else
                                    delete message.token;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.appId = value;
                                else
                                    delete message.appId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientName = value;
                                else
                                    delete message.clientName;
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

                return LoginRequest;
            })();

            v1.LoginReply = (function() {

                /**
                 * Properties of a LoginReply.
                 * @typedef {Object} skein.wire.v1.LoginReply.$Properties
                 * @property {string|null} [userId] LoginReply userId
                 * @property {string|null} [deviceId] LoginReply deviceId
                 * @property {string|null} [connectionId] Identity of this connection, a UUID.
                 * @property {number|null} [serverTimeMs] Clock of the server, milliseconds since the epoch.
                 * @property {number|null} [heartbeatIntervalMs] The client must send something at least this often.
                 * @property {skein.wire.v1.Limits.$Properties|null} [limits] LoginReply limits
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LoginReply.
                 * @memberof skein.wire.v1
                 * @interface ILoginReply
                 * @augments skein.wire.v1.LoginReply.$Properties
                 * @deprecated Use skein.wire.v1.LoginReply.$Properties instead.
                 */

                /**
                 * Shape of a LoginReply.
                 * @typedef {skein.wire.v1.LoginReply.$Properties} skein.wire.v1.LoginReply.$Shape
                 */

                /**
                 * Constructs a new LoginReply.
                 * @memberof skein.wire.v1
                 * @classdesc connection/login, answer.
                 * @constructor
                 * @param {skein.wire.v1.LoginReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LoginReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LoginReply userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.LoginReply
                 * @instance
                 */
                LoginReply.prototype.userId = "";

                /**
                 * LoginReply deviceId.
                 * @member {string} deviceId
                 * @memberof skein.wire.v1.LoginReply
                 * @instance
                 */
                LoginReply.prototype.deviceId = "";

                /**
                 * Identity of this connection, a UUID.
                 * @member {string} connectionId
                 * @memberof skein.wire.v1.LoginReply
                 * @instance
                 */
                LoginReply.prototype.connectionId = "";

                /**
                 * Clock of the server, milliseconds since the epoch.
                 * @member {number} serverTimeMs
                 * @memberof skein.wire.v1.LoginReply
                 * @instance
                 */
                LoginReply.prototype.serverTimeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * The client must send something at least this often.
                 * @member {number} heartbeatIntervalMs
                 * @memberof skein.wire.v1.LoginReply
                 * @instance
                 */
                LoginReply.prototype.heartbeatIntervalMs = 0;

                /**
                 * LoginReply limits.
                 * @member {skein.wire.v1.Limits.$Properties|null|undefined} limits
                 * @memberof skein.wire.v1.LoginReply
                 * @instance
                 */
                LoginReply.prototype.limits = null;

                /**
                 * Encodes the specified LoginReply message. Does not implicitly {@link skein.wire.v1.LoginReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.LoginReply
                 * @static
                 * @param {skein.wire.v1.LoginReply.$Properties} message LoginReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LoginReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId") && message.deviceId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.deviceId);
                    if (message.connectionId != null && $Object.hasOwnProperty.call(message, "connectionId") && message.connectionId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.connectionId);
                    if (message.serverTimeMs != null && $Object.hasOwnProperty.call(message, "serverTimeMs") && (typeof message.serverTimeMs === "object" ? message.serverTimeMs.low || message.serverTimeMs.high : message.serverTimeMs !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.serverTimeMs);
                    if (message.heartbeatIntervalMs != null && $Object.hasOwnProperty.call(message, "heartbeatIntervalMs") && message.heartbeatIntervalMs !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.heartbeatIntervalMs);
                    if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                        $root.skein.wire.v1.Limits.encode(message.limits, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LoginReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.LoginReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.LoginReply & skein.wire.v1.LoginReply.$Shape} LoginReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LoginReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.LoginReply();
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.deviceId = value;
                                else
                                    delete message.deviceId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.connectionId = value;
                                else
                                    delete message.connectionId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.serverTimeMs = value;
                                else
                                    delete message.serverTimeMs;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.heartbeatIntervalMs = value;
                                else
                                    delete message.heartbeatIntervalMs;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.limits = $root.skein.wire.v1.Limits.decode(reader, reader.size(), $undefined, _depth + 1, message.limits);
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

                return LoginReply;
            })();

            v1.Limits = (function() {

                /**
                 * Properties of a Limits.
                 * @typedef {Object} skein.wire.v1.Limits.$Properties
                 * @property {number|null} [packetBytesMax] Limits packetBytesMax
                 * @property {number|null} [bodyBytesMax] Limits bodyBytesMax
                 * @property {number|null} [inFlightMax] Requests without an answer yet.
                 * @property {number|null} [unackedPushesMax] Pushes without an acknowledgement yet.
                 * @property {number|null} [pageItemsMax] Items in one history page.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Limits.
                 * @memberof skein.wire.v1
                 * @interface ILimits
                 * @augments skein.wire.v1.Limits.$Properties
                 * @deprecated Use skein.wire.v1.Limits.$Properties instead.
                 */

                /**
                 * Shape of a Limits.
                 * @typedef {skein.wire.v1.Limits.$Properties} skein.wire.v1.Limits.$Shape
                 */

                /**
                 * Constructs a new Limits.
                 * @memberof skein.wire.v1
                 * @classdesc Limits the server holds this connection to.
                 * @constructor
                 * @param {skein.wire.v1.Limits.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Limits = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Limits packetBytesMax.
                 * @member {number} packetBytesMax
                 * @memberof skein.wire.v1.Limits
                 * @instance
                 */
                Limits.prototype.packetBytesMax = 0;

                /**
                 * Limits bodyBytesMax.
                 * @member {number} bodyBytesMax
                 * @memberof skein.wire.v1.Limits
                 * @instance
                 */
                Limits.prototype.bodyBytesMax = 0;

                /**
                 * Requests without an answer yet.
                 * @member {number} inFlightMax
                 * @memberof skein.wire.v1.Limits
                 * @instance
                 */
                Limits.prototype.inFlightMax = 0;

                /**
                 * Pushes without an acknowledgement yet.
                 * @member {number} unackedPushesMax
                 * @memberof skein.wire.v1.Limits
                 * @instance
                 */
                Limits.prototype.unackedPushesMax = 0;

                /**
                 * Items in one history page.
                 * @member {number} pageItemsMax
                 * @memberof skein.wire.v1.Limits
                 * @instance
                 */
                Limits.prototype.pageItemsMax = 0;

                /**
                 * Encodes the specified Limits message. Does not implicitly {@link skein.wire.v1.Limits.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Limits
                 * @static
                 * @param {skein.wire.v1.Limits.$Properties} message Limits message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Limits.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.packetBytesMax != null && $Object.hasOwnProperty.call(message, "packetBytesMax") && message.packetBytesMax !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.packetBytesMax);
                    if (message.bodyBytesMax != null && $Object.hasOwnProperty.call(message, "bodyBytesMax") && message.bodyBytesMax !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.bodyBytesMax);
                    if (message.inFlightMax != null && $Object.hasOwnProperty.call(message, "inFlightMax") && message.inFlightMax !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.inFlightMax);
                    if (message.unackedPushesMax != null && $Object.hasOwnProperty.call(message, "unackedPushesMax") && message.unackedPushesMax !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.unackedPushesMax);
                    if (message.pageItemsMax != null && $Object.hasOwnProperty.call(message, "pageItemsMax") && message.pageItemsMax !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.pageItemsMax);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Limits message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Limits
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Limits & skein.wire.v1.Limits.$Shape} Limits
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Limits.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.Limits();
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
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.packetBytesMax = value;
                                else
                                    delete message.packetBytesMax;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.bodyBytesMax = value;
                                else
                                    delete message.bodyBytesMax;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.inFlightMax = value;
                                else
                                    delete message.inFlightMax;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.unackedPushesMax = value;
                                else
                                    delete message.unackedPushesMax;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.pageItemsMax = value;
                                else
                                    delete message.pageItemsMax;
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

                return Limits;
            })();

            v1.LogoutRequest = (function() {

                /**
                 * Properties of a LogoutRequest.
                 * @typedef {Object} skein.wire.v1.LogoutRequest.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LogoutRequest.
                 * @memberof skein.wire.v1
                 * @interface ILogoutRequest
                 * @augments skein.wire.v1.LogoutRequest.$Properties
                 * @deprecated Use skein.wire.v1.LogoutRequest.$Properties instead.
                 */

                /**
                 * Shape of a LogoutRequest.
                 * @typedef {skein.wire.v1.LogoutRequest.$Properties} skein.wire.v1.LogoutRequest.$Shape
                 */

                /**
                 * Constructs a new LogoutRequest.
                 * @memberof skein.wire.v1
                 * @classdesc connection/logout, client to server: ends the device session; the token is worth nothing afterwards.
                 * @constructor
                 * @param {skein.wire.v1.LogoutRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LogoutRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Encodes the specified LogoutRequest message. Does not implicitly {@link skein.wire.v1.LogoutRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.LogoutRequest
                 * @static
                 * @param {skein.wire.v1.LogoutRequest.$Properties} message LogoutRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LogoutRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LogoutRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.LogoutRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.LogoutRequest & skein.wire.v1.LogoutRequest.$Shape} LogoutRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LogoutRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.wire.v1.LogoutRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
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

                return LogoutRequest;
            })();

            v1.Heartbeat = (function() {

                /**
                 * Properties of a Heartbeat.
                 * @typedef {Object} skein.wire.v1.Heartbeat.$Properties
                 * @property {number|null} [timeMs] Clock of the sender, milliseconds since the epoch.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Heartbeat.
                 * @memberof skein.wire.v1
                 * @interface IHeartbeat
                 * @augments skein.wire.v1.Heartbeat.$Properties
                 * @deprecated Use skein.wire.v1.Heartbeat.$Properties instead.
                 */

                /**
                 * Shape of a Heartbeat.
                 * @typedef {skein.wire.v1.Heartbeat.$Properties} skein.wire.v1.Heartbeat.$Shape
                 */

                /**
                 * Constructs a new Heartbeat.
                 * @memberof skein.wire.v1
                 * @classdesc connection/heartbeat, both ways.
                 * @constructor
                 * @param {skein.wire.v1.Heartbeat.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Heartbeat = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Clock of the sender, milliseconds since the epoch.
                 * @member {number} timeMs
                 * @memberof skein.wire.v1.Heartbeat
                 * @instance
                 */
                Heartbeat.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified Heartbeat message. Does not implicitly {@link skein.wire.v1.Heartbeat.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Heartbeat
                 * @static
                 * @param {skein.wire.v1.Heartbeat.$Properties} message Heartbeat message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Heartbeat.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs") && (typeof message.timeMs === "object" ? message.timeMs.low || message.timeMs.high : message.timeMs !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.timeMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Heartbeat message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Heartbeat
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Heartbeat & skein.wire.v1.Heartbeat.$Shape} Heartbeat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Heartbeat.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.Heartbeat();
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.timeMs = value;
                                else
                                    delete message.timeMs;
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

                return Heartbeat;
            })();

            v1.Goodbye = (function() {

                /**
                 * Properties of a Goodbye.
                 * @typedef {Object} skein.wire.v1.Goodbye.$Properties
                 * @property {string|null} [code] Code of the error catalogue that has a close code.
                 * @property {string|null} [detail] Goodbye detail
                 * @property {skein.wire.v1.Goodbye.Action|null} [action] Goodbye action
                 * @property {number|null} [retryAfterMs] Goodbye retryAfterMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Goodbye.
                 * @memberof skein.wire.v1
                 * @interface IGoodbye
                 * @augments skein.wire.v1.Goodbye.$Properties
                 * @deprecated Use skein.wire.v1.Goodbye.$Properties instead.
                 */

                /**
                 * Shape of a Goodbye.
                 * @typedef {skein.wire.v1.Goodbye.$Properties} skein.wire.v1.Goodbye.$Shape
                 */

                /**
                 * Constructs a new Goodbye.
                 * @memberof skein.wire.v1
                 * @classdesc connection/goodbye, server to client: the last packet before the server closes.
                 * @constructor
                 * @param {skein.wire.v1.Goodbye.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Goodbye = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Code of the error catalogue that has a close code.
                 * @member {string} code
                 * @memberof skein.wire.v1.Goodbye
                 * @instance
                 */
                Goodbye.prototype.code = "";

                /**
                 * Goodbye detail.
                 * @member {string} detail
                 * @memberof skein.wire.v1.Goodbye
                 * @instance
                 */
                Goodbye.prototype.detail = "";

                /**
                 * Goodbye action.
                 * @member {skein.wire.v1.Goodbye.Action} action
                 * @memberof skein.wire.v1.Goodbye
                 * @instance
                 */
                Goodbye.prototype.action = 0;

                /**
                 * Goodbye retryAfterMs.
                 * @member {number} retryAfterMs
                 * @memberof skein.wire.v1.Goodbye
                 * @instance
                 */
                Goodbye.prototype.retryAfterMs = 0;

                /**
                 * Encodes the specified Goodbye message. Does not implicitly {@link skein.wire.v1.Goodbye.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Goodbye
                 * @static
                 * @param {skein.wire.v1.Goodbye.$Properties} message Goodbye message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Goodbye.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                    if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.detail);
                    if (message.action != null && $Object.hasOwnProperty.call(message, "action") && message.action !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.action);
                    if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.retryAfterMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Goodbye message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Goodbye
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Goodbye & skein.wire.v1.Goodbye.$Shape} Goodbye
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Goodbye.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.Goodbye();
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
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.detail = value;
                                else
                                    delete message.detail;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.action = value;
                                else
                                    delete message.action;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.retryAfterMs = value;
                                else
                                    delete message.retryAfterMs;
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

                /**
                 * What the client should do next.
                 * @name skein.wire.v1.Goodbye.Action
                 * @enum {number}
                 * @property {number} ACTION_UNSPECIFIED=0 ACTION_UNSPECIFIED value
                 * @property {number} ACTION_RECONNECT=1 Reconnect at once, to another gateway if there is one.
                 * @property {number} ACTION_BACK_OFF=2 Reconnect after a jittered back-off.
                 * @property {number} ACTION_STOP=3 Do not reconnect by yourself.
                 */
                Goodbye.Action = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[0] = "ACTION_UNSPECIFIED"] = 0;
                    values[valuesById[1] = "ACTION_RECONNECT"] = 1;
                    values[valuesById[2] = "ACTION_BACK_OFF"] = 2;
                    values[valuesById[3] = "ACTION_STOP"] = 3;
                    return values;
                })();

                return Goodbye;
            })();

            v1.CreateGroupRequest = (function() {

                /**
                 * Properties of a CreateGroupRequest.
                 * @typedef {Object} skein.wire.v1.CreateGroupRequest.$Properties
                 * @property {string|null} [conversationId] Chosen by the client: g:<1-64 of A-Za-z0-9_.->. Its creator may create it again under the same name, and finds it made.
                 * @property {string|null} [name] On one line, and something to be seen: no control characters, marks of direction or blanks of no width.
                 * @property {Array.<string>|null} [memberIds] CreateGroupRequest memberIds
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<skein.wire.v1.GroupSetting.$Properties>|null} [settings] What is not as in every new group, each name once. The type can be set here alone.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a CreateGroupRequest.
                 * @memberof skein.wire.v1
                 * @interface ICreateGroupRequest
                 * @augments skein.wire.v1.CreateGroupRequest.$Properties
                 * @deprecated Use skein.wire.v1.CreateGroupRequest.$Properties instead.
                 */

                /**
                 * Shape of a CreateGroupRequest.
                 * @typedef {skein.wire.v1.CreateGroupRequest.$Properties} skein.wire.v1.CreateGroupRequest.$Shape
                 */

                /**
                 * Constructs a new CreateGroupRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/create-group, client to server. The creator becomes owner and needs not be in member_ids.
                 * @constructor
                 * @param {skein.wire.v1.CreateGroupRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const CreateGroupRequest = function (properties) {
                    this.memberIds = [];
                    this.settings = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Chosen by the client: g:<1-64 of A-Za-z0-9_.->. Its creator may create it again under the same name, and finds it made.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.CreateGroupRequest
                 * @instance
                 */
                CreateGroupRequest.prototype.conversationId = "";

                /**
                 * On one line, and something to be seen: no control characters, marks of direction or blanks of no width.
                 * @member {string} name
                 * @memberof skein.wire.v1.CreateGroupRequest
                 * @instance
                 */
                CreateGroupRequest.prototype.name = "";

                /**
                 * CreateGroupRequest memberIds.
                 * @member {Array.<string>} memberIds
                 * @memberof skein.wire.v1.CreateGroupRequest
                 * @instance
                 */
                CreateGroupRequest.prototype.memberIds = $util.emptyArray;

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.CreateGroupRequest
                 * @instance
                 */
                CreateGroupRequest.prototype.clientRequestId = "";

                /**
                 * What is not as in every new group, each name once. The type can be set here alone.
                 * @member {Array.<skein.wire.v1.GroupSetting.$Properties>} settings
                 * @memberof skein.wire.v1.CreateGroupRequest
                 * @instance
                 */
                CreateGroupRequest.prototype.settings = $util.emptyArray;

                /**
                 * Encodes the specified CreateGroupRequest message. Does not implicitly {@link skein.wire.v1.CreateGroupRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.CreateGroupRequest
                 * @static
                 * @param {skein.wire.v1.CreateGroupRequest.$Properties} message CreateGroupRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                CreateGroupRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                    if (message.memberIds != null && message.memberIds.length)
                        for (let i = 0; i < message.memberIds.length; ++i)
                            writer.uint32(/* id 3, wireType 2 =*/26).string(message.memberIds[i]);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.clientRequestId);
                    if (message.settings != null && message.settings.length)
                        for (let i = 0; i < message.settings.length; ++i)
                            $root.skein.wire.v1.GroupSetting.encode(message.settings[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a CreateGroupRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.CreateGroupRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.CreateGroupRequest & skein.wire.v1.CreateGroupRequest.$Shape} CreateGroupRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                CreateGroupRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.CreateGroupRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.memberIds && message.memberIds.length))
                                    message.memberIds = [];
                                message.memberIds.push(reader.stringVerify());
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.settings && message.settings.length))
                                    message.settings = [];
                                message.settings.push($root.skein.wire.v1.GroupSetting.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return CreateGroupRequest;
            })();

            v1.AddMembersRequest = (function() {

                /**
                 * Properties of an AddMembersRequest.
                 * @typedef {Object} skein.wire.v1.AddMembersRequest.$Properties
                 * @property {string|null} [conversationId] AddMembersRequest conversationId
                 * @property {Array.<string>|null} [userIds] AddMembersRequest userIds
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AddMembersRequest.
                 * @memberof skein.wire.v1
                 * @interface IAddMembersRequest
                 * @augments skein.wire.v1.AddMembersRequest.$Properties
                 * @deprecated Use skein.wire.v1.AddMembersRequest.$Properties instead.
                 */

                /**
                 * Shape of an AddMembersRequest.
                 * @typedef {skein.wire.v1.AddMembersRequest.$Properties} skein.wire.v1.AddMembersRequest.$Shape
                 */

                /**
                 * Constructs a new AddMembersRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/add-members, client to server.
                 * @constructor
                 * @param {skein.wire.v1.AddMembersRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AddMembersRequest = function (properties) {
                    this.userIds = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AddMembersRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.AddMembersRequest
                 * @instance
                 */
                AddMembersRequest.prototype.conversationId = "";

                /**
                 * AddMembersRequest userIds.
                 * @member {Array.<string>} userIds
                 * @memberof skein.wire.v1.AddMembersRequest
                 * @instance
                 */
                AddMembersRequest.prototype.userIds = $util.emptyArray;

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.AddMembersRequest
                 * @instance
                 */
                AddMembersRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified AddMembersRequest message. Does not implicitly {@link skein.wire.v1.AddMembersRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.AddMembersRequest
                 * @static
                 * @param {skein.wire.v1.AddMembersRequest.$Properties} message AddMembersRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AddMembersRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.userIds != null && message.userIds.length)
                        for (let i = 0; i < message.userIds.length; ++i)
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.userIds[i]);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AddMembersRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.AddMembersRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.AddMembersRequest & skein.wire.v1.AddMembersRequest.$Shape} AddMembersRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AddMembersRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.AddMembersRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.userIds && message.userIds.length))
                                    message.userIds = [];
                                message.userIds.push(reader.stringVerify());
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return AddMembersRequest;
            })();

            v1.RemoveMembersRequest = (function() {

                /**
                 * Properties of a RemoveMembersRequest.
                 * @typedef {Object} skein.wire.v1.RemoveMembersRequest.$Properties
                 * @property {string|null} [conversationId] RemoveMembersRequest conversationId
                 * @property {Array.<string>|null} [userIds] RemoveMembersRequest userIds
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RemoveMembersRequest.
                 * @memberof skein.wire.v1
                 * @interface IRemoveMembersRequest
                 * @augments skein.wire.v1.RemoveMembersRequest.$Properties
                 * @deprecated Use skein.wire.v1.RemoveMembersRequest.$Properties instead.
                 */

                /**
                 * Shape of a RemoveMembersRequest.
                 * @typedef {skein.wire.v1.RemoveMembersRequest.$Properties} skein.wire.v1.RemoveMembersRequest.$Shape
                 */

                /**
                 * Constructs a new RemoveMembersRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/remove-members, client to server.
                 * @constructor
                 * @param {skein.wire.v1.RemoveMembersRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RemoveMembersRequest = function (properties) {
                    this.userIds = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RemoveMembersRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.RemoveMembersRequest
                 * @instance
                 */
                RemoveMembersRequest.prototype.conversationId = "";

                /**
                 * RemoveMembersRequest userIds.
                 * @member {Array.<string>} userIds
                 * @memberof skein.wire.v1.RemoveMembersRequest
                 * @instance
                 */
                RemoveMembersRequest.prototype.userIds = $util.emptyArray;

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.RemoveMembersRequest
                 * @instance
                 */
                RemoveMembersRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified RemoveMembersRequest message. Does not implicitly {@link skein.wire.v1.RemoveMembersRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.RemoveMembersRequest
                 * @static
                 * @param {skein.wire.v1.RemoveMembersRequest.$Properties} message RemoveMembersRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RemoveMembersRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.userIds != null && message.userIds.length)
                        for (let i = 0; i < message.userIds.length; ++i)
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.userIds[i]);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RemoveMembersRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.RemoveMembersRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RemoveMembersRequest & skein.wire.v1.RemoveMembersRequest.$Shape} RemoveMembersRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RemoveMembersRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.RemoveMembersRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.userIds && message.userIds.length))
                                    message.userIds = [];
                                message.userIds.push(reader.stringVerify());
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return RemoveMembersRequest;
            })();

            v1.MemberChangeReply = (function() {

                /**
                 * Properties of a MemberChangeReply.
                 * @typedef {Object} skein.wire.v1.MemberChangeReply.$Properties
                 * @property {number|null} [seq] seq of the item it led to, or of the head when it changed nothing.
                 * @property {Array.<string>|null} [changed] Whom it changed: those who have joined by it, or gone.
                 * @property {Array.<string>|null} [already] Of whom there was nothing to change: they were in already, or out.
                 * @property {Array.<skein.wire.v1.MemberRefusal.$Properties>|null} [refused] MemberChangeReply refused
                 * @property {number|null} [memberCount] How many belong to the group now.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MemberChangeReply.
                 * @memberof skein.wire.v1
                 * @interface IMemberChangeReply
                 * @augments skein.wire.v1.MemberChangeReply.$Properties
                 * @deprecated Use skein.wire.v1.MemberChangeReply.$Properties instead.
                 */

                /**
                 * Shape of a MemberChangeReply.
                 * @typedef {skein.wire.v1.MemberChangeReply.$Properties} skein.wire.v1.MemberChangeReply.$Shape
                 */

                /**
                 * Constructs a new MemberChangeReply.
                 * @memberof skein.wire.v1
                 * @classdesc Answer to a request that names users who are to become members, or to be so no more: what became of each.
                 * @constructor
                 * @param {skein.wire.v1.MemberChangeReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MemberChangeReply = function (properties) {
                    this.changed = [];
                    this.already = [];
                    this.refused = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * seq of the item it led to, or of the head when it changed nothing.
                 * @member {number} seq
                 * @memberof skein.wire.v1.MemberChangeReply
                 * @instance
                 */
                MemberChangeReply.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Whom it changed: those who have joined by it, or gone.
                 * @member {Array.<string>} changed
                 * @memberof skein.wire.v1.MemberChangeReply
                 * @instance
                 */
                MemberChangeReply.prototype.changed = $util.emptyArray;

                /**
                 * Of whom there was nothing to change: they were in already, or out.
                 * @member {Array.<string>} already
                 * @memberof skein.wire.v1.MemberChangeReply
                 * @instance
                 */
                MemberChangeReply.prototype.already = $util.emptyArray;

                /**
                 * MemberChangeReply refused.
                 * @member {Array.<skein.wire.v1.MemberRefusal.$Properties>} refused
                 * @memberof skein.wire.v1.MemberChangeReply
                 * @instance
                 */
                MemberChangeReply.prototype.refused = $util.emptyArray;

                /**
                 * How many belong to the group now.
                 * @member {number} memberCount
                 * @memberof skein.wire.v1.MemberChangeReply
                 * @instance
                 */
                MemberChangeReply.prototype.memberCount = 0;

                /**
                 * Encodes the specified MemberChangeReply message. Does not implicitly {@link skein.wire.v1.MemberChangeReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MemberChangeReply
                 * @static
                 * @param {skein.wire.v1.MemberChangeReply.$Properties} message MemberChangeReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MemberChangeReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.seq);
                    if (message.changed != null && message.changed.length)
                        for (let i = 0; i < message.changed.length; ++i)
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.changed[i]);
                    if (message.already != null && message.already.length)
                        for (let i = 0; i < message.already.length; ++i)
                            writer.uint32(/* id 3, wireType 2 =*/26).string(message.already[i]);
                    if (message.refused != null && message.refused.length)
                        for (let i = 0; i < message.refused.length; ++i)
                            $root.skein.wire.v1.MemberRefusal.encode(message.refused[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.memberCount != null && $Object.hasOwnProperty.call(message, "memberCount") && message.memberCount !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.memberCount);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MemberChangeReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MemberChangeReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberChangeReply & skein.wire.v1.MemberChangeReply.$Shape} MemberChangeReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MemberChangeReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MemberChangeReply();
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seq = value;
                                else
                                    delete message.seq;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.changed && message.changed.length))
                                    message.changed = [];
                                message.changed.push(reader.stringVerify());
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.already && message.already.length))
                                    message.already = [];
                                message.already.push(reader.stringVerify());
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.refused && message.refused.length))
                                    message.refused = [];
                                message.refused.push($root.skein.wire.v1.MemberRefusal.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.memberCount = value;
                                else
                                    delete message.memberCount;
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

                return MemberChangeReply;
            })();

            v1.MemberRefusal = (function() {

                /**
                 * Properties of a MemberRefusal.
                 * @typedef {Object} skein.wire.v1.MemberRefusal.$Properties
                 * @property {string|null} [userId] MemberRefusal userId
                 * @property {string|null} [code] Code of the error catalogue, such as USER_NOT_FOUND or GROUP_FULL.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MemberRefusal.
                 * @memberof skein.wire.v1
                 * @interface IMemberRefusal
                 * @augments skein.wire.v1.MemberRefusal.$Properties
                 * @deprecated Use skein.wire.v1.MemberRefusal.$Properties instead.
                 */

                /**
                 * Shape of a MemberRefusal.
                 * @typedef {skein.wire.v1.MemberRefusal.$Properties} skein.wire.v1.MemberRefusal.$Shape
                 */

                /**
                 * Constructs a new MemberRefusal.
                 * @memberof skein.wire.v1
                 * @classdesc One user of whom a member change was refused, while that of others was done.
                 * @constructor
                 * @param {skein.wire.v1.MemberRefusal.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MemberRefusal = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MemberRefusal userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.MemberRefusal
                 * @instance
                 */
                MemberRefusal.prototype.userId = "";

                /**
                 * Code of the error catalogue, such as USER_NOT_FOUND or GROUP_FULL.
                 * @member {string} code
                 * @memberof skein.wire.v1.MemberRefusal
                 * @instance
                 */
                MemberRefusal.prototype.code = "";

                /**
                 * Encodes the specified MemberRefusal message. Does not implicitly {@link skein.wire.v1.MemberRefusal.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MemberRefusal
                 * @static
                 * @param {skein.wire.v1.MemberRefusal.$Properties} message MemberRefusal message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MemberRefusal.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MemberRefusal message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MemberRefusal
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberRefusal & skein.wire.v1.MemberRefusal.$Shape} MemberRefusal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MemberRefusal.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MemberRefusal();
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

                return MemberRefusal;
            })();

            v1.LeaveGroupRequest = (function() {

                /**
                 * Properties of a LeaveGroupRequest.
                 * @typedef {Object} skein.wire.v1.LeaveGroupRequest.$Properties
                 * @property {string|null} [conversationId] LeaveGroupRequest conversationId
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LeaveGroupRequest.
                 * @memberof skein.wire.v1
                 * @interface ILeaveGroupRequest
                 * @augments skein.wire.v1.LeaveGroupRequest.$Properties
                 * @deprecated Use skein.wire.v1.LeaveGroupRequest.$Properties instead.
                 */

                /**
                 * Shape of a LeaveGroupRequest.
                 * @typedef {skein.wire.v1.LeaveGroupRequest.$Properties} skein.wire.v1.LeaveGroupRequest.$Shape
                 */

                /**
                 * Constructs a new LeaveGroupRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/leave-group, client to server.
                 * @constructor
                 * @param {skein.wire.v1.LeaveGroupRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LeaveGroupRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LeaveGroupRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.LeaveGroupRequest
                 * @instance
                 */
                LeaveGroupRequest.prototype.conversationId = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.LeaveGroupRequest
                 * @instance
                 */
                LeaveGroupRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified LeaveGroupRequest message. Does not implicitly {@link skein.wire.v1.LeaveGroupRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.LeaveGroupRequest
                 * @static
                 * @param {skein.wire.v1.LeaveGroupRequest.$Properties} message LeaveGroupRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LeaveGroupRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LeaveGroupRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.LeaveGroupRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.LeaveGroupRequest & skein.wire.v1.LeaveGroupRequest.$Shape} LeaveGroupRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LeaveGroupRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.LeaveGroupRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return LeaveGroupRequest;
            })();

            v1.ChangeRoleRequest = (function() {

                /**
                 * Properties of a ChangeRoleRequest.
                 * @typedef {Object} skein.wire.v1.ChangeRoleRequest.$Properties
                 * @property {string|null} [conversationId] ChangeRoleRequest conversationId
                 * @property {string|null} [userId] ChangeRoleRequest userId
                 * @property {string|null} [role] ChangeRoleRequest role
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ChangeRoleRequest.
                 * @memberof skein.wire.v1
                 * @interface IChangeRoleRequest
                 * @augments skein.wire.v1.ChangeRoleRequest.$Properties
                 * @deprecated Use skein.wire.v1.ChangeRoleRequest.$Properties instead.
                 */

                /**
                 * Shape of a ChangeRoleRequest.
                 * @typedef {skein.wire.v1.ChangeRoleRequest.$Properties} skein.wire.v1.ChangeRoleRequest.$Shape
                 */

                /**
                 * Constructs a new ChangeRoleRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/change-role, client to server.
                 * @constructor
                 * @param {skein.wire.v1.ChangeRoleRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ChangeRoleRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ChangeRoleRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.ChangeRoleRequest
                 * @instance
                 */
                ChangeRoleRequest.prototype.conversationId = "";

                /**
                 * ChangeRoleRequest userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.ChangeRoleRequest
                 * @instance
                 */
                ChangeRoleRequest.prototype.userId = "";

                /**
                 * ChangeRoleRequest role.
                 * @member {string} role
                 * @memberof skein.wire.v1.ChangeRoleRequest
                 * @instance
                 */
                ChangeRoleRequest.prototype.role = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.ChangeRoleRequest
                 * @instance
                 */
                ChangeRoleRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified ChangeRoleRequest message. Does not implicitly {@link skein.wire.v1.ChangeRoleRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.ChangeRoleRequest
                 * @static
                 * @param {skein.wire.v1.ChangeRoleRequest.$Properties} message ChangeRoleRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ChangeRoleRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.userId);
                    if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.role);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ChangeRoleRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.ChangeRoleRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.ChangeRoleRequest & skein.wire.v1.ChangeRoleRequest.$Shape} ChangeRoleRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ChangeRoleRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.ChangeRoleRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.userId = value;
                                else
                                    delete message.userId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.role = value;
                                else
                                    delete message.role;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return ChangeRoleRequest;
            })();

            v1.MuteMemberRequest = (function() {

                /**
                 * Properties of a MuteMemberRequest.
                 * @typedef {Object} skein.wire.v1.MuteMemberRequest.$Properties
                 * @property {string|null} [conversationId] MuteMemberRequest conversationId
                 * @property {string|null} [userId] MuteMemberRequest userId
                 * @property {number|null} [durationMs] For how long from now on, ms; 0 lets them speak again.
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MuteMemberRequest.
                 * @memberof skein.wire.v1
                 * @interface IMuteMemberRequest
                 * @augments skein.wire.v1.MuteMemberRequest.$Properties
                 * @deprecated Use skein.wire.v1.MuteMemberRequest.$Properties instead.
                 */

                /**
                 * Shape of a MuteMemberRequest.
                 * @typedef {skein.wire.v1.MuteMemberRequest.$Properties} skein.wire.v1.MuteMemberRequest.$Shape
                 */

                /**
                 * Constructs a new MuteMemberRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/mute-member, client to server.
                 * @constructor
                 * @param {skein.wire.v1.MuteMemberRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MuteMemberRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MuteMemberRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.MuteMemberRequest
                 * @instance
                 */
                MuteMemberRequest.prototype.conversationId = "";

                /**
                 * MuteMemberRequest userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.MuteMemberRequest
                 * @instance
                 */
                MuteMemberRequest.prototype.userId = "";

                /**
                 * For how long from now on, ms; 0 lets them speak again.
                 * @member {number} durationMs
                 * @memberof skein.wire.v1.MuteMemberRequest
                 * @instance
                 */
                MuteMemberRequest.prototype.durationMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.MuteMemberRequest
                 * @instance
                 */
                MuteMemberRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified MuteMemberRequest message. Does not implicitly {@link skein.wire.v1.MuteMemberRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MuteMemberRequest
                 * @static
                 * @param {skein.wire.v1.MuteMemberRequest.$Properties} message MuteMemberRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MuteMemberRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.userId);
                    if (message.durationMs != null && $Object.hasOwnProperty.call(message, "durationMs") && (typeof message.durationMs === "object" ? message.durationMs.low || message.durationMs.high : message.durationMs !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.durationMs);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MuteMemberRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MuteMemberRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MuteMemberRequest & skein.wire.v1.MuteMemberRequest.$Shape} MuteMemberRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MuteMemberRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MuteMemberRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.userId = value;
                                else
                                    delete message.userId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.durationMs = value;
                                else
                                    delete message.durationMs;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return MuteMemberRequest;
            })();

            v1.SetNicknameRequest = (function() {

                /**
                 * Properties of a SetNicknameRequest.
                 * @typedef {Object} skein.wire.v1.SetNicknameRequest.$Properties
                 * @property {string|null} [conversationId] SetNicknameRequest conversationId
                 * @property {string|null} [userId] SetNicknameRequest userId
                 * @property {string|null} [nickname] How the group calls them; empty for by their own name. On one line, and something to be seen.
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SetNicknameRequest.
                 * @memberof skein.wire.v1
                 * @interface ISetNicknameRequest
                 * @augments skein.wire.v1.SetNicknameRequest.$Properties
                 * @deprecated Use skein.wire.v1.SetNicknameRequest.$Properties instead.
                 */

                /**
                 * Shape of a SetNicknameRequest.
                 * @typedef {skein.wire.v1.SetNicknameRequest.$Properties} skein.wire.v1.SetNicknameRequest.$Shape
                 */

                /**
                 * Constructs a new SetNicknameRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/set-nickname, client to server.
                 * @constructor
                 * @param {skein.wire.v1.SetNicknameRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SetNicknameRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SetNicknameRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.SetNicknameRequest
                 * @instance
                 */
                SetNicknameRequest.prototype.conversationId = "";

                /**
                 * SetNicknameRequest userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.SetNicknameRequest
                 * @instance
                 */
                SetNicknameRequest.prototype.userId = "";

                /**
                 * How the group calls them; empty for by their own name. On one line, and something to be seen.
                 * @member {string} nickname
                 * @memberof skein.wire.v1.SetNicknameRequest
                 * @instance
                 */
                SetNicknameRequest.prototype.nickname = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.SetNicknameRequest
                 * @instance
                 */
                SetNicknameRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified SetNicknameRequest message. Does not implicitly {@link skein.wire.v1.SetNicknameRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.SetNicknameRequest
                 * @static
                 * @param {skein.wire.v1.SetNicknameRequest.$Properties} message SetNicknameRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SetNicknameRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.userId);
                    if (message.nickname != null && $Object.hasOwnProperty.call(message, "nickname") && message.nickname !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.nickname);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SetNicknameRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.SetNicknameRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SetNicknameRequest & skein.wire.v1.SetNicknameRequest.$Shape} SetNicknameRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SetNicknameRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.SetNicknameRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.userId = value;
                                else
                                    delete message.userId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.nickname = value;
                                else
                                    delete message.nickname;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return SetNicknameRequest;
            })();

            v1.GroupMember = (function() {

                /**
                 * Properties of a GroupMember.
                 * @typedef {Object} skein.wire.v1.GroupMember.$Properties
                 * @property {string|null} [userId] GroupMember userId
                 * @property {string|null} [role] owner, admin or member.
                 * @property {string|null} [nickname] How the group calls them; empty for by their own name.
                 * @property {number|null} [mutedUntilMs] Until when they may say nothing, milliseconds since the epoch; it may be over. 0 for one who was never muted.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a GroupMember.
                 * @memberof skein.wire.v1
                 * @interface IGroupMember
                 * @augments skein.wire.v1.GroupMember.$Properties
                 * @deprecated Use skein.wire.v1.GroupMember.$Properties instead.
                 */

                /**
                 * Shape of a GroupMember.
                 * @typedef {skein.wire.v1.GroupMember.$Properties} skein.wire.v1.GroupMember.$Shape
                 */

                /**
                 * Constructs a new GroupMember.
                 * @memberof skein.wire.v1
                 * @classdesc A member as a page of them shows it.
                 * @constructor
                 * @param {skein.wire.v1.GroupMember.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const GroupMember = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * GroupMember userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.GroupMember
                 * @instance
                 */
                GroupMember.prototype.userId = "";

                /**
                 * owner, admin or member.
                 * @member {string} role
                 * @memberof skein.wire.v1.GroupMember
                 * @instance
                 */
                GroupMember.prototype.role = "";

                /**
                 * How the group calls them; empty for by their own name.
                 * @member {string} nickname
                 * @memberof skein.wire.v1.GroupMember
                 * @instance
                 */
                GroupMember.prototype.nickname = "";

                /**
                 * Until when they may say nothing, milliseconds since the epoch; it may be over. 0 for one who was never muted.
                 * @member {number} mutedUntilMs
                 * @memberof skein.wire.v1.GroupMember
                 * @instance
                 */
                GroupMember.prototype.mutedUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified GroupMember message. Does not implicitly {@link skein.wire.v1.GroupMember.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.GroupMember
                 * @static
                 * @param {skein.wire.v1.GroupMember.$Properties} message GroupMember message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                GroupMember.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.role);
                    if (message.nickname != null && $Object.hasOwnProperty.call(message, "nickname") && message.nickname !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.nickname);
                    if (message.mutedUntilMs != null && $Object.hasOwnProperty.call(message, "mutedUntilMs") && (typeof message.mutedUntilMs === "object" ? message.mutedUntilMs.low || message.mutedUntilMs.high : message.mutedUntilMs !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.mutedUntilMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a GroupMember message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.GroupMember
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupMember & skein.wire.v1.GroupMember.$Shape} GroupMember
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                GroupMember.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.GroupMember();
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.role = value;
                                else
                                    delete message.role;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.nickname = value;
                                else
                                    delete message.nickname;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.mutedUntilMs = value;
                                else
                                    delete message.mutedUntilMs;
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

                return GroupMember;
            })();

            v1.MembersRequest = (function() {

                /**
                 * Properties of a MembersRequest.
                 * @typedef {Object} skein.wire.v1.MembersRequest.$Properties
                 * @property {string|null} [conversationId] MembersRequest conversationId
                 * @property {string|null} [afterUserId] Continue behind this user; empty for the first page.
                 * @property {number|null} [limit] MembersRequest limit
                 * @property {string|null} [role] Only those with this role: owner, admin or member. Empty for all.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MembersRequest.
                 * @memberof skein.wire.v1
                 * @interface IMembersRequest
                 * @augments skein.wire.v1.MembersRequest.$Properties
                 * @deprecated Use skein.wire.v1.MembersRequest.$Properties instead.
                 */

                /**
                 * Shape of a MembersRequest.
                 * @typedef {skein.wire.v1.MembersRequest.$Properties} skein.wire.v1.MembersRequest.$Shape
                 */

                /**
                 * Constructs a new MembersRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/members, client to server.
                 * @constructor
                 * @param {skein.wire.v1.MembersRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MembersRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MembersRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.MembersRequest
                 * @instance
                 */
                MembersRequest.prototype.conversationId = "";

                /**
                 * Continue behind this user; empty for the first page.
                 * @member {string} afterUserId
                 * @memberof skein.wire.v1.MembersRequest
                 * @instance
                 */
                MembersRequest.prototype.afterUserId = "";

                /**
                 * MembersRequest limit.
                 * @member {number} limit
                 * @memberof skein.wire.v1.MembersRequest
                 * @instance
                 */
                MembersRequest.prototype.limit = 0;

                /**
                 * Only those with this role: owner, admin or member. Empty for all.
                 * @member {string} role
                 * @memberof skein.wire.v1.MembersRequest
                 * @instance
                 */
                MembersRequest.prototype.role = "";

                /**
                 * Encodes the specified MembersRequest message. Does not implicitly {@link skein.wire.v1.MembersRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MembersRequest
                 * @static
                 * @param {skein.wire.v1.MembersRequest.$Properties} message MembersRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MembersRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.afterUserId != null && $Object.hasOwnProperty.call(message, "afterUserId") && message.afterUserId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.afterUserId);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.limit);
                    if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.role);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MembersRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MembersRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MembersRequest & skein.wire.v1.MembersRequest.$Shape} MembersRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MembersRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MembersRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.afterUserId = value;
                                else
                                    delete message.afterUserId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.limit = value;
                                else
                                    delete message.limit;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.role = value;
                                else
                                    delete message.role;
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

                return MembersRequest;
            })();

            v1.MembersReply = (function() {

                /**
                 * Properties of a MembersReply.
                 * @typedef {Object} skein.wire.v1.MembersReply.$Properties
                 * @property {Array.<skein.wire.v1.GroupMember.$Properties>|null} [members] MembersReply members
                 * @property {boolean|null} [more] MembersReply more
                 * @property {number|null} [viewSeq] How far the views had come in this conversation: changes of members up to there are in the page.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MembersReply.
                 * @memberof skein.wire.v1
                 * @interface IMembersReply
                 * @augments skein.wire.v1.MembersReply.$Properties
                 * @deprecated Use skein.wire.v1.MembersReply.$Properties instead.
                 */

                /**
                 * Shape of a MembersReply.
                 * @typedef {skein.wire.v1.MembersReply.$Properties} skein.wire.v1.MembersReply.$Shape
                 */

                /**
                 * Constructs a new MembersReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a MembersReply.
                 * @constructor
                 * @param {skein.wire.v1.MembersReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MembersReply = function (properties) {
                    this.members = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MembersReply members.
                 * @member {Array.<skein.wire.v1.GroupMember.$Properties>} members
                 * @memberof skein.wire.v1.MembersReply
                 * @instance
                 */
                MembersReply.prototype.members = $util.emptyArray;

                /**
                 * MembersReply more.
                 * @member {boolean} more
                 * @memberof skein.wire.v1.MembersReply
                 * @instance
                 */
                MembersReply.prototype.more = false;

                /**
                 * How far the views had come in this conversation: changes of members up to there are in the page.
                 * @member {number} viewSeq
                 * @memberof skein.wire.v1.MembersReply
                 * @instance
                 */
                MembersReply.prototype.viewSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified MembersReply message. Does not implicitly {@link skein.wire.v1.MembersReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MembersReply
                 * @static
                 * @param {skein.wire.v1.MembersReply.$Properties} message MembersReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MembersReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.members != null && message.members.length)
                        for (let i = 0; i < message.members.length; ++i)
                            $root.skein.wire.v1.GroupMember.encode(message.members[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                    if (message.viewSeq != null && $Object.hasOwnProperty.call(message, "viewSeq") && (typeof message.viewSeq === "object" ? message.viewSeq.low || message.viewSeq.high : message.viewSeq !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.viewSeq);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MembersReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MembersReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MembersReply & skein.wire.v1.MembersReply.$Shape} MembersReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MembersReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MembersReply();
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
                                if (!(message.members && message.members.length))
                                    message.members = [];
                                message.members.push($root.skein.wire.v1.GroupMember.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.more = value;
                                else
                                    delete message.more;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.viewSeq = value;
                                else
                                    delete message.viewSeq;
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

                return MembersReply;
            })();

            v1.MyGroupsRequest = (function() {

                /**
                 * Properties of a MyGroupsRequest.
                 * @typedef {Object} skein.wire.v1.MyGroupsRequest.$Properties
                 * @property {string|null} [afterConversationId] Continue behind this group; empty for the first page.
                 * @property {number|null} [limit] 0 for the server's default.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MyGroupsRequest.
                 * @memberof skein.wire.v1
                 * @interface IMyGroupsRequest
                 * @augments skein.wire.v1.MyGroupsRequest.$Properties
                 * @deprecated Use skein.wire.v1.MyGroupsRequest.$Properties instead.
                 */

                /**
                 * Shape of a MyGroupsRequest.
                 * @typedef {skein.wire.v1.MyGroupsRequest.$Properties} skein.wire.v1.MyGroupsRequest.$Shape
                 */

                /**
                 * Constructs a new MyGroupsRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/my-groups, client to server: the groups that one is in now, by conversation id.
                 * @constructor
                 * @param {skein.wire.v1.MyGroupsRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MyGroupsRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Continue behind this group; empty for the first page.
                 * @member {string} afterConversationId
                 * @memberof skein.wire.v1.MyGroupsRequest
                 * @instance
                 */
                MyGroupsRequest.prototype.afterConversationId = "";

                /**
                 * 0 for the server's default.
                 * @member {number} limit
                 * @memberof skein.wire.v1.MyGroupsRequest
                 * @instance
                 */
                MyGroupsRequest.prototype.limit = 0;

                /**
                 * Encodes the specified MyGroupsRequest message. Does not implicitly {@link skein.wire.v1.MyGroupsRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MyGroupsRequest
                 * @static
                 * @param {skein.wire.v1.MyGroupsRequest.$Properties} message MyGroupsRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MyGroupsRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.afterConversationId != null && $Object.hasOwnProperty.call(message, "afterConversationId") && message.afterConversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.afterConversationId);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.limit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MyGroupsRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MyGroupsRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MyGroupsRequest & skein.wire.v1.MyGroupsRequest.$Shape} MyGroupsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MyGroupsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MyGroupsRequest();
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
                                    message.afterConversationId = value;
                                else
                                    delete message.afterConversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.limit = value;
                                else
                                    delete message.limit;
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

                return MyGroupsRequest;
            })();

            v1.MyGroupsReply = (function() {

                /**
                 * Properties of a MyGroupsReply.
                 * @typedef {Object} skein.wire.v1.MyGroupsReply.$Properties
                 * @property {Array.<skein.wire.v1.Session.$Properties>|null} [groups] As sync tells of them.
                 * @property {boolean|null} [more] MyGroupsReply more
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MyGroupsReply.
                 * @memberof skein.wire.v1
                 * @interface IMyGroupsReply
                 * @augments skein.wire.v1.MyGroupsReply.$Properties
                 * @deprecated Use skein.wire.v1.MyGroupsReply.$Properties instead.
                 */

                /**
                 * Shape of a MyGroupsReply.
                 * @typedef {skein.wire.v1.MyGroupsReply.$Properties} skein.wire.v1.MyGroupsReply.$Shape
                 */

                /**
                 * Constructs a new MyGroupsReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a MyGroupsReply.
                 * @constructor
                 * @param {skein.wire.v1.MyGroupsReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MyGroupsReply = function (properties) {
                    this.groups = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * As sync tells of them.
                 * @member {Array.<skein.wire.v1.Session.$Properties>} groups
                 * @memberof skein.wire.v1.MyGroupsReply
                 * @instance
                 */
                MyGroupsReply.prototype.groups = $util.emptyArray;

                /**
                 * MyGroupsReply more.
                 * @member {boolean} more
                 * @memberof skein.wire.v1.MyGroupsReply
                 * @instance
                 */
                MyGroupsReply.prototype.more = false;

                /**
                 * Encodes the specified MyGroupsReply message. Does not implicitly {@link skein.wire.v1.MyGroupsReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MyGroupsReply
                 * @static
                 * @param {skein.wire.v1.MyGroupsReply.$Properties} message MyGroupsReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MyGroupsReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.groups != null && message.groups.length)
                        for (let i = 0; i < message.groups.length; ++i)
                            $root.skein.wire.v1.Session.encode(message.groups[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MyGroupsReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MyGroupsReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MyGroupsReply & skein.wire.v1.MyGroupsReply.$Shape} MyGroupsReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MyGroupsReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MyGroupsReply();
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
                                if (!(message.groups && message.groups.length))
                                    message.groups = [];
                                message.groups.push($root.skein.wire.v1.Session.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.more = value;
                                else
                                    delete message.more;
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

                return MyGroupsReply;
            })();

            v1.AreMembersRequest = (function() {

                /**
                 * Properties of an AreMembersRequest.
                 * @typedef {Object} skein.wire.v1.AreMembersRequest.$Properties
                 * @property {string|null} [conversationId] AreMembersRequest conversationId
                 * @property {Array.<string>|null} [userIds] As many at a time as may be added at a time.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AreMembersRequest.
                 * @memberof skein.wire.v1
                 * @interface IAreMembersRequest
                 * @augments skein.wire.v1.AreMembersRequest.$Properties
                 * @deprecated Use skein.wire.v1.AreMembersRequest.$Properties instead.
                 */

                /**
                 * Shape of an AreMembersRequest.
                 * @typedef {skein.wire.v1.AreMembersRequest.$Properties} skein.wire.v1.AreMembersRequest.$Shape
                 */

                /**
                 * Constructs a new AreMembersRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/are-members, client to server.
                 * @constructor
                 * @param {skein.wire.v1.AreMembersRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AreMembersRequest = function (properties) {
                    this.userIds = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AreMembersRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.AreMembersRequest
                 * @instance
                 */
                AreMembersRequest.prototype.conversationId = "";

                /**
                 * As many at a time as may be added at a time.
                 * @member {Array.<string>} userIds
                 * @memberof skein.wire.v1.AreMembersRequest
                 * @instance
                 */
                AreMembersRequest.prototype.userIds = $util.emptyArray;

                /**
                 * Encodes the specified AreMembersRequest message. Does not implicitly {@link skein.wire.v1.AreMembersRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.AreMembersRequest
                 * @static
                 * @param {skein.wire.v1.AreMembersRequest.$Properties} message AreMembersRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AreMembersRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.userIds != null && message.userIds.length)
                        for (let i = 0; i < message.userIds.length; ++i)
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.userIds[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AreMembersRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.AreMembersRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.AreMembersRequest & skein.wire.v1.AreMembersRequest.$Shape} AreMembersRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AreMembersRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.AreMembersRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.userIds && message.userIds.length))
                                    message.userIds = [];
                                message.userIds.push(reader.stringVerify());
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

                return AreMembersRequest;
            })();

            v1.AreMembersReply = (function() {

                /**
                 * Properties of an AreMembersReply.
                 * @typedef {Object} skein.wire.v1.AreMembersReply.$Properties
                 * @property {Array.<skein.wire.v1.Member.$Properties>|null} [members] Those of them who are in now, each once, by user id.
                 * @property {number|null} [viewSeq] How far the views had come in this conversation: changes of members up to there are in the answer.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AreMembersReply.
                 * @memberof skein.wire.v1
                 * @interface IAreMembersReply
                 * @augments skein.wire.v1.AreMembersReply.$Properties
                 * @deprecated Use skein.wire.v1.AreMembersReply.$Properties instead.
                 */

                /**
                 * Shape of an AreMembersReply.
                 * @typedef {skein.wire.v1.AreMembersReply.$Properties} skein.wire.v1.AreMembersReply.$Shape
                 */

                /**
                 * Constructs a new AreMembersReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents an AreMembersReply.
                 * @constructor
                 * @param {skein.wire.v1.AreMembersReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AreMembersReply = function (properties) {
                    this.members = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Those of them who are in now, each once, by user id.
                 * @member {Array.<skein.wire.v1.Member.$Properties>} members
                 * @memberof skein.wire.v1.AreMembersReply
                 * @instance
                 */
                AreMembersReply.prototype.members = $util.emptyArray;

                /**
                 * How far the views had come in this conversation: changes of members up to there are in the answer.
                 * @member {number} viewSeq
                 * @memberof skein.wire.v1.AreMembersReply
                 * @instance
                 */
                AreMembersReply.prototype.viewSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified AreMembersReply message. Does not implicitly {@link skein.wire.v1.AreMembersReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.AreMembersReply
                 * @static
                 * @param {skein.wire.v1.AreMembersReply.$Properties} message AreMembersReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AreMembersReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.members != null && message.members.length)
                        for (let i = 0; i < message.members.length; ++i)
                            $root.skein.wire.v1.Member.encode(message.members[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.viewSeq != null && $Object.hasOwnProperty.call(message, "viewSeq") && (typeof message.viewSeq === "object" ? message.viewSeq.low || message.viewSeq.high : message.viewSeq !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.viewSeq);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AreMembersReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.AreMembersReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.AreMembersReply & skein.wire.v1.AreMembersReply.$Shape} AreMembersReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AreMembersReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.AreMembersReply();
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
                                if (!(message.members && message.members.length))
                                    message.members = [];
                                message.members.push($root.skein.wire.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.viewSeq = value;
                                else
                                    delete message.viewSeq;
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

                return AreMembersReply;
            })();

            v1.ChangeGroupRequest = (function() {

                /**
                 * Properties of a ChangeGroupRequest.
                 * @typedef {Object} skein.wire.v1.ChangeGroupRequest.$Properties
                 * @property {string|null} [conversationId] ChangeGroupRequest conversationId
                 * @property {Array.<skein.wire.v1.GroupSetting.$Properties>|null} [settings] What is set, each name once; the others stay as they are.
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ChangeGroupRequest.
                 * @memberof skein.wire.v1
                 * @interface IChangeGroupRequest
                 * @augments skein.wire.v1.ChangeGroupRequest.$Properties
                 * @deprecated Use skein.wire.v1.ChangeGroupRequest.$Properties instead.
                 */

                /**
                 * Shape of a ChangeGroupRequest.
                 * @typedef {skein.wire.v1.ChangeGroupRequest.$Properties} skein.wire.v1.ChangeGroupRequest.$Shape
                 */

                /**
                 * Constructs a new ChangeGroupRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/change-group, client to server.
                 * @constructor
                 * @param {skein.wire.v1.ChangeGroupRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ChangeGroupRequest = function (properties) {
                    this.settings = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ChangeGroupRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.ChangeGroupRequest
                 * @instance
                 */
                ChangeGroupRequest.prototype.conversationId = "";

                /**
                 * What is set, each name once; the others stay as they are.
                 * @member {Array.<skein.wire.v1.GroupSetting.$Properties>} settings
                 * @memberof skein.wire.v1.ChangeGroupRequest
                 * @instance
                 */
                ChangeGroupRequest.prototype.settings = $util.emptyArray;

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.ChangeGroupRequest
                 * @instance
                 */
                ChangeGroupRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified ChangeGroupRequest message. Does not implicitly {@link skein.wire.v1.ChangeGroupRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.ChangeGroupRequest
                 * @static
                 * @param {skein.wire.v1.ChangeGroupRequest.$Properties} message ChangeGroupRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ChangeGroupRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.settings != null && message.settings.length)
                        for (let i = 0; i < message.settings.length; ++i)
                            $root.skein.wire.v1.GroupSetting.encode(message.settings[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ChangeGroupRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.ChangeGroupRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.ChangeGroupRequest & skein.wire.v1.ChangeGroupRequest.$Shape} ChangeGroupRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ChangeGroupRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.ChangeGroupRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.settings && message.settings.length))
                                    message.settings = [];
                                message.settings.push($root.skein.wire.v1.GroupSetting.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return ChangeGroupRequest;
            })();

            v1.DismissGroupRequest = (function() {

                /**
                 * Properties of a DismissGroupRequest.
                 * @typedef {Object} skein.wire.v1.DismissGroupRequest.$Properties
                 * @property {string|null} [conversationId] DismissGroupRequest conversationId
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a DismissGroupRequest.
                 * @memberof skein.wire.v1
                 * @interface IDismissGroupRequest
                 * @augments skein.wire.v1.DismissGroupRequest.$Properties
                 * @deprecated Use skein.wire.v1.DismissGroupRequest.$Properties instead.
                 */

                /**
                 * Shape of a DismissGroupRequest.
                 * @typedef {skein.wire.v1.DismissGroupRequest.$Properties} skein.wire.v1.DismissGroupRequest.$Shape
                 */

                /**
                 * Constructs a new DismissGroupRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/dismiss-group, client to server.
                 * @constructor
                 * @param {skein.wire.v1.DismissGroupRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const DismissGroupRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * DismissGroupRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.DismissGroupRequest
                 * @instance
                 */
                DismissGroupRequest.prototype.conversationId = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.DismissGroupRequest
                 * @instance
                 */
                DismissGroupRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified DismissGroupRequest message. Does not implicitly {@link skein.wire.v1.DismissGroupRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.DismissGroupRequest
                 * @static
                 * @param {skein.wire.v1.DismissGroupRequest.$Properties} message DismissGroupRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                DismissGroupRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a DismissGroupRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.DismissGroupRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.DismissGroupRequest & skein.wire.v1.DismissGroupRequest.$Shape} DismissGroupRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                DismissGroupRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.DismissGroupRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return DismissGroupRequest;
            })();

            v1.GroupInfoRequest = (function() {

                /**
                 * Properties of a GroupInfoRequest.
                 * @typedef {Object} skein.wire.v1.GroupInfoRequest.$Properties
                 * @property {string|null} [conversationId] GroupInfoRequest conversationId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a GroupInfoRequest.
                 * @memberof skein.wire.v1
                 * @interface IGroupInfoRequest
                 * @augments skein.wire.v1.GroupInfoRequest.$Properties
                 * @deprecated Use skein.wire.v1.GroupInfoRequest.$Properties instead.
                 */

                /**
                 * Shape of a GroupInfoRequest.
                 * @typedef {skein.wire.v1.GroupInfoRequest.$Properties} skein.wire.v1.GroupInfoRequest.$Shape
                 */

                /**
                 * Constructs a new GroupInfoRequest.
                 * @memberof skein.wire.v1
                 * @classdesc group/group-info, client to server: for those who are in.
                 * @constructor
                 * @param {skein.wire.v1.GroupInfoRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const GroupInfoRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * GroupInfoRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.GroupInfoRequest
                 * @instance
                 */
                GroupInfoRequest.prototype.conversationId = "";

                /**
                 * Encodes the specified GroupInfoRequest message. Does not implicitly {@link skein.wire.v1.GroupInfoRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.GroupInfoRequest
                 * @static
                 * @param {skein.wire.v1.GroupInfoRequest.$Properties} message GroupInfoRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                GroupInfoRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a GroupInfoRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.GroupInfoRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupInfoRequest & skein.wire.v1.GroupInfoRequest.$Shape} GroupInfoRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                GroupInfoRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.GroupInfoRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
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

                return GroupInfoRequest;
            })();

            v1.GroupInfoReply = (function() {

                /**
                 * Properties of a GroupInfoReply.
                 * @typedef {Object} skein.wire.v1.GroupInfoReply.$Properties
                 * @property {string|null} [name] GroupInfoReply name
                 * @property {string|null} [ownerId] Empty for a group without one.
                 * @property {string|null} [creatorId] GroupInfoReply creatorId
                 * @property {number|null} [memberCount] GroupInfoReply memberCount
                 * @property {Array.<skein.wire.v1.GroupSetting.$Properties>|null} [settings] What is not as in every new group.
                 * @property {number|null} [dismissedAtMs] Milliseconds since the epoch; 0 for a group that was not dismissed.
                 * @property {number|null} [viewSeq] How far the views had come in this conversation: changes up to there are in the answer.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a GroupInfoReply.
                 * @memberof skein.wire.v1
                 * @interface IGroupInfoReply
                 * @augments skein.wire.v1.GroupInfoReply.$Properties
                 * @deprecated Use skein.wire.v1.GroupInfoReply.$Properties instead.
                 */

                /**
                 * Shape of a GroupInfoReply.
                 * @typedef {skein.wire.v1.GroupInfoReply.$Properties} skein.wire.v1.GroupInfoReply.$Shape
                 */

                /**
                 * Constructs a new GroupInfoReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a GroupInfoReply.
                 * @constructor
                 * @param {skein.wire.v1.GroupInfoReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const GroupInfoReply = function (properties) {
                    this.settings = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * GroupInfoReply name.
                 * @member {string} name
                 * @memberof skein.wire.v1.GroupInfoReply
                 * @instance
                 */
                GroupInfoReply.prototype.name = "";

                /**
                 * Empty for a group without one.
                 * @member {string} ownerId
                 * @memberof skein.wire.v1.GroupInfoReply
                 * @instance
                 */
                GroupInfoReply.prototype.ownerId = "";

                /**
                 * GroupInfoReply creatorId.
                 * @member {string} creatorId
                 * @memberof skein.wire.v1.GroupInfoReply
                 * @instance
                 */
                GroupInfoReply.prototype.creatorId = "";

                /**
                 * GroupInfoReply memberCount.
                 * @member {number} memberCount
                 * @memberof skein.wire.v1.GroupInfoReply
                 * @instance
                 */
                GroupInfoReply.prototype.memberCount = 0;

                /**
                 * What is not as in every new group.
                 * @member {Array.<skein.wire.v1.GroupSetting.$Properties>} settings
                 * @memberof skein.wire.v1.GroupInfoReply
                 * @instance
                 */
                GroupInfoReply.prototype.settings = $util.emptyArray;

                /**
                 * Milliseconds since the epoch; 0 for a group that was not dismissed.
                 * @member {number} dismissedAtMs
                 * @memberof skein.wire.v1.GroupInfoReply
                 * @instance
                 */
                GroupInfoReply.prototype.dismissedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * How far the views had come in this conversation: changes up to there are in the answer.
                 * @member {number} viewSeq
                 * @memberof skein.wire.v1.GroupInfoReply
                 * @instance
                 */
                GroupInfoReply.prototype.viewSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified GroupInfoReply message. Does not implicitly {@link skein.wire.v1.GroupInfoReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.GroupInfoReply
                 * @static
                 * @param {skein.wire.v1.GroupInfoReply.$Properties} message GroupInfoReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                GroupInfoReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                    if (message.ownerId != null && $Object.hasOwnProperty.call(message, "ownerId") && message.ownerId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.ownerId);
                    if (message.creatorId != null && $Object.hasOwnProperty.call(message, "creatorId") && message.creatorId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.creatorId);
                    if (message.memberCount != null && $Object.hasOwnProperty.call(message, "memberCount") && message.memberCount !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.memberCount);
                    if (message.settings != null && message.settings.length)
                        for (let i = 0; i < message.settings.length; ++i)
                            $root.skein.wire.v1.GroupSetting.encode(message.settings[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.dismissedAtMs != null && $Object.hasOwnProperty.call(message, "dismissedAtMs") && (typeof message.dismissedAtMs === "object" ? message.dismissedAtMs.low || message.dismissedAtMs.high : message.dismissedAtMs !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.dismissedAtMs);
                    if (message.viewSeq != null && $Object.hasOwnProperty.call(message, "viewSeq") && (typeof message.viewSeq === "object" ? message.viewSeq.low || message.viewSeq.high : message.viewSeq !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.viewSeq);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a GroupInfoReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.GroupInfoReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupInfoReply & skein.wire.v1.GroupInfoReply.$Shape} GroupInfoReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                GroupInfoReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.GroupInfoReply();
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
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.ownerId = value;
                                else
                                    delete message.ownerId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.creatorId = value;
                                else
                                    delete message.creatorId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.memberCount = value;
                                else
                                    delete message.memberCount;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.settings && message.settings.length))
                                    message.settings = [];
                                message.settings.push($root.skein.wire.v1.GroupSetting.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.dismissedAtMs = value;
                                else
                                    delete message.dismissedAtMs;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.viewSeq = value;
                                else
                                    delete message.viewSeq;
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

                return GroupInfoReply;
            })();

            v1.Body = (function() {

                /**
                 * Properties of a Body.
                 * @typedef {Object} skein.wire.v1.Body.$Properties
                 * @property {string|null} [contentType] Media type of the decoded bytes, such as text/plain. This, the encoding and the key are printable ASCII.
                 * @property {string|null} [encoding] Empty for as they are, else such as gzip or aes-256-gcm.
                 * @property {string|null} [keyId] Key the bytes are encrypted with; empty for none.
                 * @property {Uint8Array|null} [bytes] Body bytes
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Body.
                 * @memberof skein.wire.v1
                 * @interface IBody
                 * @augments skein.wire.v1.Body.$Properties
                 * @deprecated Use skein.wire.v1.Body.$Properties instead.
                 */

                /**
                 * Shape of a Body.
                 * @typedef {skein.wire.v1.Body.$Properties} skein.wire.v1.Body.$Shape
                 */

                /**
                 * Constructs a new Body.
                 * @memberof skein.wire.v1
                 * @classdesc Content of a message; opaque to the server, which never looks into its bytes. Text is text/plain in UTF-8, with an empty encoding.
                 * @constructor
                 * @param {skein.wire.v1.Body.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Body = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Media type of the decoded bytes, such as text/plain. This, the encoding and the key are printable ASCII.
                 * @member {string} contentType
                 * @memberof skein.wire.v1.Body
                 * @instance
                 */
                Body.prototype.contentType = "";

                /**
                 * Empty for as they are, else such as gzip or aes-256-gcm.
                 * @member {string} encoding
                 * @memberof skein.wire.v1.Body
                 * @instance
                 */
                Body.prototype.encoding = "";

                /**
                 * Key the bytes are encrypted with; empty for none.
                 * @member {string} keyId
                 * @memberof skein.wire.v1.Body
                 * @instance
                 */
                Body.prototype.keyId = "";

                /**
                 * Body bytes.
                 * @member {Uint8Array} bytes
                 * @memberof skein.wire.v1.Body
                 * @instance
                 */
                Body.prototype.bytes = $util.newBuffer([]);

                /**
                 * Encodes the specified Body message. Does not implicitly {@link skein.wire.v1.Body.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Body
                 * @static
                 * @param {skein.wire.v1.Body.$Properties} message Body message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Body.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.contentType != null && $Object.hasOwnProperty.call(message, "contentType") && message.contentType !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.contentType);
                    if (message.encoding != null && $Object.hasOwnProperty.call(message, "encoding") && message.encoding !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.encoding);
                    if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.keyId);
                    if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && message.bytes.length)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.bytes);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Body message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Body
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Body & skein.wire.v1.Body.$Shape} Body
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Body.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.Body();
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
                                    message.contentType = value;
                                else
                                    delete message.contentType;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.encoding = value;
                                else
                                    delete message.encoding;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.keyId = value;
                                else
                                    delete message.keyId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.bytes = value;
                                else
                                    delete message.bytes;
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

                return Body;
            })();

            v1.Attachment = (function() {

                /**
                 * Properties of an Attachment.
                 * @typedef {Object} skein.wire.v1.Attachment.$Properties
                 * @property {string|null} [url] http or https, in printable ASCII.
                 * @property {string|null} [name] On one line: no control characters, marks of direction or blanks of no width. May be empty.
                 * @property {string|null} [contentType] In printable ASCII.
                 * @property {number|null} [size] Bytes.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Attachment.
                 * @memberof skein.wire.v1
                 * @interface IAttachment
                 * @augments skein.wire.v1.Attachment.$Properties
                 * @deprecated Use skein.wire.v1.Attachment.$Properties instead.
                 */

                /**
                 * Shape of an Attachment.
                 * @typedef {skein.wire.v1.Attachment.$Properties} skein.wire.v1.Attachment.$Shape
                 */

                /**
                 * Constructs a new Attachment.
                 * @memberof skein.wire.v1
                 * @classdesc A file by reference.
                 * @constructor
                 * @param {skein.wire.v1.Attachment.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Attachment = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * http or https, in printable ASCII.
                 * @member {string} url
                 * @memberof skein.wire.v1.Attachment
                 * @instance
                 */
                Attachment.prototype.url = "";

                /**
                 * On one line: no control characters, marks of direction or blanks of no width. May be empty.
                 * @member {string} name
                 * @memberof skein.wire.v1.Attachment
                 * @instance
                 */
                Attachment.prototype.name = "";

                /**
                 * In printable ASCII.
                 * @member {string} contentType
                 * @memberof skein.wire.v1.Attachment
                 * @instance
                 */
                Attachment.prototype.contentType = "";

                /**
                 * Bytes.
                 * @member {number} size
                 * @memberof skein.wire.v1.Attachment
                 * @instance
                 */
                Attachment.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified Attachment message. Does not implicitly {@link skein.wire.v1.Attachment.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Attachment
                 * @static
                 * @param {skein.wire.v1.Attachment.$Properties} message Attachment message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Attachment.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.url != null && $Object.hasOwnProperty.call(message, "url") && message.url !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.url);
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                    if (message.contentType != null && $Object.hasOwnProperty.call(message, "contentType") && message.contentType !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.contentType);
                    if (message.size != null && $Object.hasOwnProperty.call(message, "size") && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.size);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Attachment message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Attachment
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Attachment & skein.wire.v1.Attachment.$Shape} Attachment
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Attachment.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.Attachment();
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
                                    message.url = value;
                                else
                                    delete message.url;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.contentType = value;
                                else
                                    delete message.contentType;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.size = value;
                                else
                                    delete message.size;
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

                return Attachment;
            })();

            v1.ConversationItem = (function() {

                /**
                 * Properties of a ConversationItem.
                 * @typedef {Object} skein.wire.v1.ConversationItem.$Properties
                 * @property {string|null} [conversationId] ConversationItem conversationId
                 * @property {number|null} [seq] Dense position in the conversation, from 1.
                 * @property {number|null} [ordinal] Dense position among messages, from 1; for other items the last ordinal before them.
                 * @property {string|null} [actorId] Who did it.
                 * @property {number|null} [occurredAtMs] Milliseconds since the epoch.
                 * @property {number|null} [uncounts] Ordinal of a message that is not unread any more for anyone since this item, because it was taken away; 0 for none.
                 * @property {skein.wire.v1.MessageSent.$Properties|null} [messageSent] ConversationItem messageSent
                 * @property {skein.wire.v1.GroupCreated.$Properties|null} [groupCreated] ConversationItem groupCreated
                 * @property {skein.wire.v1.MembersAdded.$Properties|null} [membersAdded] ConversationItem membersAdded
                 * @property {skein.wire.v1.MembersRemoved.$Properties|null} [membersRemoved] ConversationItem membersRemoved
                 * @property {skein.wire.v1.MemberLeft.$Properties|null} [memberLeft] ConversationItem memberLeft
                 * @property {skein.wire.v1.MemberRoleChanged.$Properties|null} [memberRoleChanged] ConversationItem memberRoleChanged
                 * @property {skein.wire.v1.MessageRevoked.$Properties|null} [messageRevoked] ConversationItem messageRevoked
                 * @property {skein.wire.v1.MessageEdited.$Properties|null} [messageEdited] ConversationItem messageEdited
                 * @property {skein.wire.v1.MessageDeleted.$Properties|null} [messageDeleted] ConversationItem messageDeleted
                 * @property {skein.wire.v1.GroupChanged.$Properties|null} [groupChanged] ConversationItem groupChanged
                 * @property {skein.wire.v1.GroupDismissed.$Properties|null} [groupDismissed] ConversationItem groupDismissed
                 * @property {skein.wire.v1.MemberMuted.$Properties|null} [memberMuted] ConversationItem memberMuted
                 * @property {skein.wire.v1.NicknameChanged.$Properties|null} [nicknameChanged] ConversationItem nicknameChanged
                 * @property {"messageSent"|"groupCreated"|"membersAdded"|"membersRemoved"|"memberLeft"|"memberRoleChanged"|"messageRevoked"|"messageEdited"|"messageDeleted"|"groupChanged"|"groupDismissed"|"memberMuted"|"nicknameChanged"} [content] ConversationItem content
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ConversationItem.
                 * @memberof skein.wire.v1
                 * @interface IConversationItem
                 * @augments skein.wire.v1.ConversationItem.$Properties
                 * @deprecated Use skein.wire.v1.ConversationItem.$Properties instead.
                 */

                /**
                 * Narrowed shape of a ConversationItem.
                 * @typedef {{
                 *   conversationId?: string|null;
                 *   seq?: number|null;
                 *   ordinal?: number|null;
                 *   actorId?: string|null;
                 *   occurredAtMs?: number|null;
                 *   uncounts?: number|null;
                 *   messageSent?: skein.wire.v1.MessageSent.$Shape|null;
                 *   groupCreated?: skein.wire.v1.GroupCreated.$Shape|null;
                 *   membersAdded?: skein.wire.v1.MembersAdded.$Shape|null;
                 *   membersRemoved?: skein.wire.v1.MembersRemoved.$Shape|null;
                 *   memberLeft?: skein.wire.v1.MemberLeft.$Shape|null;
                 *   memberRoleChanged?: skein.wire.v1.MemberRoleChanged.$Shape|null;
                 *   messageRevoked?: skein.wire.v1.MessageRevoked.$Shape|null;
                 *   messageEdited?: skein.wire.v1.MessageEdited.$Shape|null;
                 *   messageDeleted?: skein.wire.v1.MessageDeleted.$Shape|null;
                 *   groupChanged?: skein.wire.v1.GroupChanged.$Shape|null;
                 *   groupDismissed?: skein.wire.v1.GroupDismissed.$Shape|null;
                 *   memberMuted?: skein.wire.v1.MemberMuted.$Shape|null;
                 *   nicknameChanged?: skein.wire.v1.NicknameChanged.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ content?: undefined; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null }|{ content?: "messageSent"; messageSent: skein.wire.v1.MessageSent.$Shape; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null }|{ content?: "groupCreated"; messageSent?: null; groupCreated: skein.wire.v1.GroupCreated.$Shape; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null }|{ content?: "membersAdded"; messageSent?: null; groupCreated?: null; membersAdded: skein.wire.v1.MembersAdded.$Shape; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null }|{ content?: "membersRemoved"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved: skein.wire.v1.MembersRemoved.$Shape; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null }|{ content?: "memberLeft"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft: skein.wire.v1.MemberLeft.$Shape; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null }|{ content?: "memberRoleChanged"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged: skein.wire.v1.MemberRoleChanged.$Shape; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null }|{ content?: "messageRevoked"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked: skein.wire.v1.MessageRevoked.$Shape; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null }|{ content?: "messageEdited"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited: skein.wire.v1.MessageEdited.$Shape; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null }|{ content?: "messageDeleted"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted: skein.wire.v1.MessageDeleted.$Shape; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null }|{ content?: "groupChanged"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged: skein.wire.v1.GroupChanged.$Shape; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null }|{ content?: "groupDismissed"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed: skein.wire.v1.GroupDismissed.$Shape; memberMuted?: null; nicknameChanged?: null }|{ content?: "memberMuted"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted: skein.wire.v1.MemberMuted.$Shape; nicknameChanged?: null }|{ content?: "nicknameChanged"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged: skein.wire.v1.NicknameChanged.$Shape })
                 * )} skein.wire.v1.ConversationItem.$Shape
                 */

                /**
                 * Constructs a new ConversationItem.
                 * @memberof skein.wire.v1
                 * @classdesc Something every member of a conversation may see, at its place in the conversation. Encoded once, when it is projected: history,
                 * sync and pushes carry the same bytes. Each kind of content is named after the event it was made of.
                 * An item with none of the contents you know still takes its seq.
                 * @constructor
                 * @param {skein.wire.v1.ConversationItem.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ConversationItem = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ConversationItem conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.conversationId = "";

                /**
                 * Dense position in the conversation, from 1.
                 * @member {number} seq
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Dense position among messages, from 1; for other items the last ordinal before them.
                 * @member {number} ordinal
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.ordinal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Who did it.
                 * @member {string} actorId
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.actorId = "";

                /**
                 * Milliseconds since the epoch.
                 * @member {number} occurredAtMs
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.occurredAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Ordinal of a message that is not unread any more for anyone since this item, because it was taken away; 0 for none.
                 * @member {number} uncounts
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.uncounts = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ConversationItem messageSent.
                 * @member {skein.wire.v1.MessageSent.$Properties|null|undefined} messageSent
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.messageSent = null;

                /**
                 * ConversationItem groupCreated.
                 * @member {skein.wire.v1.GroupCreated.$Properties|null|undefined} groupCreated
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.groupCreated = null;

                /**
                 * ConversationItem membersAdded.
                 * @member {skein.wire.v1.MembersAdded.$Properties|null|undefined} membersAdded
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.membersAdded = null;

                /**
                 * ConversationItem membersRemoved.
                 * @member {skein.wire.v1.MembersRemoved.$Properties|null|undefined} membersRemoved
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.membersRemoved = null;

                /**
                 * ConversationItem memberLeft.
                 * @member {skein.wire.v1.MemberLeft.$Properties|null|undefined} memberLeft
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.memberLeft = null;

                /**
                 * ConversationItem memberRoleChanged.
                 * @member {skein.wire.v1.MemberRoleChanged.$Properties|null|undefined} memberRoleChanged
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.memberRoleChanged = null;

                /**
                 * ConversationItem messageRevoked.
                 * @member {skein.wire.v1.MessageRevoked.$Properties|null|undefined} messageRevoked
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.messageRevoked = null;

                /**
                 * ConversationItem messageEdited.
                 * @member {skein.wire.v1.MessageEdited.$Properties|null|undefined} messageEdited
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.messageEdited = null;

                /**
                 * ConversationItem messageDeleted.
                 * @member {skein.wire.v1.MessageDeleted.$Properties|null|undefined} messageDeleted
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.messageDeleted = null;

                /**
                 * ConversationItem groupChanged.
                 * @member {skein.wire.v1.GroupChanged.$Properties|null|undefined} groupChanged
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.groupChanged = null;

                /**
                 * ConversationItem groupDismissed.
                 * @member {skein.wire.v1.GroupDismissed.$Properties|null|undefined} groupDismissed
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.groupDismissed = null;

                /**
                 * ConversationItem memberMuted.
                 * @member {skein.wire.v1.MemberMuted.$Properties|null|undefined} memberMuted
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.memberMuted = null;

                /**
                 * ConversationItem nicknameChanged.
                 * @member {skein.wire.v1.NicknameChanged.$Properties|null|undefined} nicknameChanged
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                ConversationItem.prototype.nicknameChanged = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * ConversationItem content.
                 * @member {"messageSent"|"groupCreated"|"membersAdded"|"membersRemoved"|"memberLeft"|"memberRoleChanged"|"messageRevoked"|"messageEdited"|"messageDeleted"|"groupChanged"|"groupDismissed"|"memberMuted"|"nicknameChanged"|undefined} content
                 * @memberof skein.wire.v1.ConversationItem
                 * @instance
                 */
                $Object.defineProperty(ConversationItem.prototype, "content", {
                    get: $util.oneOfGetter($oneOfFields = ["messageSent", "groupCreated", "membersAdded", "membersRemoved", "memberLeft", "memberRoleChanged", "messageRevoked", "messageEdited", "messageDeleted", "groupChanged", "groupDismissed", "memberMuted", "nicknameChanged"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified ConversationItem message. Does not implicitly {@link skein.wire.v1.ConversationItem.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.ConversationItem
                 * @static
                 * @param {skein.wire.v1.ConversationItem.$Properties} message ConversationItem message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ConversationItem.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.seq);
                    if (message.ordinal != null && $Object.hasOwnProperty.call(message, "ordinal") && (typeof message.ordinal === "object" ? message.ordinal.low || message.ordinal.high : message.ordinal !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.ordinal);
                    if (message.actorId != null && $Object.hasOwnProperty.call(message, "actorId") && message.actorId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.actorId);
                    if (message.occurredAtMs != null && $Object.hasOwnProperty.call(message, "occurredAtMs") && (typeof message.occurredAtMs === "object" ? message.occurredAtMs.low || message.occurredAtMs.high : message.occurredAtMs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.occurredAtMs);
                    if (message.uncounts != null && $Object.hasOwnProperty.call(message, "uncounts") && (typeof message.uncounts === "object" ? message.uncounts.low || message.uncounts.high : message.uncounts !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.uncounts);
                    if (message.messageSent != null && $Object.hasOwnProperty.call(message, "messageSent"))
                        $root.skein.wire.v1.MessageSent.encode(message.messageSent, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                    if (message.groupCreated != null && $Object.hasOwnProperty.call(message, "groupCreated"))
                        $root.skein.wire.v1.GroupCreated.encode(message.groupCreated, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                    if (message.membersAdded != null && $Object.hasOwnProperty.call(message, "membersAdded"))
                        $root.skein.wire.v1.MembersAdded.encode(message.membersAdded, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                    if (message.membersRemoved != null && $Object.hasOwnProperty.call(message, "membersRemoved"))
                        $root.skein.wire.v1.MembersRemoved.encode(message.membersRemoved, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                    if (message.memberLeft != null && $Object.hasOwnProperty.call(message, "memberLeft"))
                        $root.skein.wire.v1.MemberLeft.encode(message.memberLeft, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                    if (message.memberRoleChanged != null && $Object.hasOwnProperty.call(message, "memberRoleChanged"))
                        $root.skein.wire.v1.MemberRoleChanged.encode(message.memberRoleChanged, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                    if (message.messageRevoked != null && $Object.hasOwnProperty.call(message, "messageRevoked"))
                        $root.skein.wire.v1.MessageRevoked.encode(message.messageRevoked, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                    if (message.messageEdited != null && $Object.hasOwnProperty.call(message, "messageEdited"))
                        $root.skein.wire.v1.MessageEdited.encode(message.messageEdited, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                    if (message.messageDeleted != null && $Object.hasOwnProperty.call(message, "messageDeleted"))
                        $root.skein.wire.v1.MessageDeleted.encode(message.messageDeleted, writer.uint32(/* id 18, wireType 2 =*/146).fork(), _depth + 1).ldelim();
                    if (message.groupChanged != null && $Object.hasOwnProperty.call(message, "groupChanged"))
                        $root.skein.wire.v1.GroupChanged.encode(message.groupChanged, writer.uint32(/* id 19, wireType 2 =*/154).fork(), _depth + 1).ldelim();
                    if (message.groupDismissed != null && $Object.hasOwnProperty.call(message, "groupDismissed"))
                        $root.skein.wire.v1.GroupDismissed.encode(message.groupDismissed, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                    if (message.memberMuted != null && $Object.hasOwnProperty.call(message, "memberMuted"))
                        $root.skein.wire.v1.MemberMuted.encode(message.memberMuted, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                    if (message.nicknameChanged != null && $Object.hasOwnProperty.call(message, "nicknameChanged"))
                        $root.skein.wire.v1.NicknameChanged.encode(message.nicknameChanged, writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ConversationItem message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.ConversationItem
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.ConversationItem & skein.wire.v1.ConversationItem.$Shape} ConversationItem
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ConversationItem.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.ConversationItem();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seq = value;
                                else
                                    delete message.seq;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.ordinal = value;
                                else
                                    delete message.ordinal;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.actorId = value;
                                else
                                    delete message.actorId;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.occurredAtMs = value;
                                else
                                    delete message.occurredAtMs;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.uncounts = value;
                                else
                                    delete message.uncounts;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                message.messageSent = $root.skein.wire.v1.MessageSent.decode(reader, reader.size(), $undefined, _depth + 1, message.messageSent);
                                message.content = "messageSent";
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                message.groupCreated = $root.skein.wire.v1.GroupCreated.decode(reader, reader.size(), $undefined, _depth + 1, message.groupCreated);
                                message.content = "groupCreated";
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                message.membersAdded = $root.skein.wire.v1.MembersAdded.decode(reader, reader.size(), $undefined, _depth + 1, message.membersAdded);
                                message.content = "membersAdded";
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                message.membersRemoved = $root.skein.wire.v1.MembersRemoved.decode(reader, reader.size(), $undefined, _depth + 1, message.membersRemoved);
                                message.content = "membersRemoved";
                                continue;
                            }
                        case 14: {
                                if (wireType !== 2)
                                    break;
                                message.memberLeft = $root.skein.wire.v1.MemberLeft.decode(reader, reader.size(), $undefined, _depth + 1, message.memberLeft);
                                message.content = "memberLeft";
                                continue;
                            }
                        case 15: {
                                if (wireType !== 2)
                                    break;
                                message.memberRoleChanged = $root.skein.wire.v1.MemberRoleChanged.decode(reader, reader.size(), $undefined, _depth + 1, message.memberRoleChanged);
                                message.content = "memberRoleChanged";
                                continue;
                            }
                        case 16: {
                                if (wireType !== 2)
                                    break;
                                message.messageRevoked = $root.skein.wire.v1.MessageRevoked.decode(reader, reader.size(), $undefined, _depth + 1, message.messageRevoked);
                                message.content = "messageRevoked";
                                continue;
                            }
                        case 17: {
                                if (wireType !== 2)
                                    break;
                                message.messageEdited = $root.skein.wire.v1.MessageEdited.decode(reader, reader.size(), $undefined, _depth + 1, message.messageEdited);
                                message.content = "messageEdited";
                                continue;
                            }
                        case 18: {
                                if (wireType !== 2)
                                    break;
                                message.messageDeleted = $root.skein.wire.v1.MessageDeleted.decode(reader, reader.size(), $undefined, _depth + 1, message.messageDeleted);
                                message.content = "messageDeleted";
                                continue;
                            }
                        case 19: {
                                if (wireType !== 2)
                                    break;
                                message.groupChanged = $root.skein.wire.v1.GroupChanged.decode(reader, reader.size(), $undefined, _depth + 1, message.groupChanged);
                                message.content = "groupChanged";
                                continue;
                            }
                        case 20: {
                                if (wireType !== 2)
                                    break;
                                message.groupDismissed = $root.skein.wire.v1.GroupDismissed.decode(reader, reader.size(), $undefined, _depth + 1, message.groupDismissed);
                                message.content = "groupDismissed";
                                continue;
                            }
                        case 21: {
                                if (wireType !== 2)
                                    break;
                                message.memberMuted = $root.skein.wire.v1.MemberMuted.decode(reader, reader.size(), $undefined, _depth + 1, message.memberMuted);
                                message.content = "memberMuted";
                                continue;
                            }
                        case 22: {
                                if (wireType !== 2)
                                    break;
                                message.nicknameChanged = $root.skein.wire.v1.NicknameChanged.decode(reader, reader.size(), $undefined, _depth + 1, message.nicknameChanged);
                                message.content = "nicknameChanged";
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

                return ConversationItem;
            })();

            v1.MessageSent = (function() {

                /**
                 * Properties of a MessageSent.
                 * @typedef {Object} skein.wire.v1.MessageSent.$Properties
                 * @property {string|null} [messageId] MessageSent messageId
                 * @property {string|null} [clientMessageId] MessageSent clientMessageId
                 * @property {skein.wire.v1.Body.$Properties|null} [body] MessageSent body
                 * @property {number|null} [replyTo] seq of the message this one answers; 0 for none.
                 * @property {Array.<skein.wire.v1.Attachment.$Properties>|null} [attachments] MessageSent attachments
                 * @property {number|null} [edits] How often its author has changed it since, and when they last did, milliseconds since the epoch; 0 for never.
                 * @property {number|null} [editedAtMs] MessageSent editedAtMs
                 * @property {skein.wire.v1.Removal.$Properties|null} [removed] Set once it was taken away: it keeps its place, has neither body nor attachments any more, and counts as read.
                 * @property {number|null} [lastEditSeq] seq of the item that edited it last; 0 for none.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MessageSent.
                 * @memberof skein.wire.v1
                 * @interface IMessageSent
                 * @augments skein.wire.v1.MessageSent.$Properties
                 * @deprecated Use skein.wire.v1.MessageSent.$Properties instead.
                 */

                /**
                 * Shape of a MessageSent.
                 * @typedef {skein.wire.v1.MessageSent.$Properties} skein.wire.v1.MessageSent.$Shape
                 */

                /**
                 * Constructs a new MessageSent.
                 * @memberof skein.wire.v1
                 * @classdesc A message, sent by the actor of its item.
                 * @constructor
                 * @param {skein.wire.v1.MessageSent.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MessageSent = function (properties) {
                    this.attachments = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MessageSent messageId.
                 * @member {string} messageId
                 * @memberof skein.wire.v1.MessageSent
                 * @instance
                 */
                MessageSent.prototype.messageId = "";

                /**
                 * MessageSent clientMessageId.
                 * @member {string} clientMessageId
                 * @memberof skein.wire.v1.MessageSent
                 * @instance
                 */
                MessageSent.prototype.clientMessageId = "";

                /**
                 * MessageSent body.
                 * @member {skein.wire.v1.Body.$Properties|null|undefined} body
                 * @memberof skein.wire.v1.MessageSent
                 * @instance
                 */
                MessageSent.prototype.body = null;

                /**
                 * seq of the message this one answers; 0 for none.
                 * @member {number} replyTo
                 * @memberof skein.wire.v1.MessageSent
                 * @instance
                 */
                MessageSent.prototype.replyTo = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * MessageSent attachments.
                 * @member {Array.<skein.wire.v1.Attachment.$Properties>} attachments
                 * @memberof skein.wire.v1.MessageSent
                 * @instance
                 */
                MessageSent.prototype.attachments = $util.emptyArray;

                /**
                 * How often its author has changed it since, and when they last did, milliseconds since the epoch; 0 for never.
                 * @member {number} edits
                 * @memberof skein.wire.v1.MessageSent
                 * @instance
                 */
                MessageSent.prototype.edits = 0;

                /**
                 * MessageSent editedAtMs.
                 * @member {number} editedAtMs
                 * @memberof skein.wire.v1.MessageSent
                 * @instance
                 */
                MessageSent.prototype.editedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Set once it was taken away: it keeps its place, has neither body nor attachments any more, and counts as read.
                 * @member {skein.wire.v1.Removal.$Properties|null|undefined} removed
                 * @memberof skein.wire.v1.MessageSent
                 * @instance
                 */
                MessageSent.prototype.removed = null;

                /**
                 * seq of the item that edited it last; 0 for none.
                 * @member {number} lastEditSeq
                 * @memberof skein.wire.v1.MessageSent
                 * @instance
                 */
                MessageSent.prototype.lastEditSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified MessageSent message. Does not implicitly {@link skein.wire.v1.MessageSent.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MessageSent
                 * @static
                 * @param {skein.wire.v1.MessageSent.$Properties} message MessageSent message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MessageSent.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.messageId != null && $Object.hasOwnProperty.call(message, "messageId") && message.messageId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.messageId);
                    if (message.clientMessageId != null && $Object.hasOwnProperty.call(message, "clientMessageId") && message.clientMessageId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientMessageId);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        $root.skein.wire.v1.Body.encode(message.body, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.replyTo != null && $Object.hasOwnProperty.call(message, "replyTo") && (typeof message.replyTo === "object" ? message.replyTo.low || message.replyTo.high : message.replyTo !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.replyTo);
                    if (message.attachments != null && message.attachments.length)
                        for (let i = 0; i < message.attachments.length; ++i)
                            $root.skein.wire.v1.Attachment.encode(message.attachments[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.edits != null && $Object.hasOwnProperty.call(message, "edits") && message.edits !== 0)
                        writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.edits);
                    if (message.editedAtMs != null && $Object.hasOwnProperty.call(message, "editedAtMs") && (typeof message.editedAtMs === "object" ? message.editedAtMs.low || message.editedAtMs.high : message.editedAtMs !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.editedAtMs);
                    if (message.removed != null && $Object.hasOwnProperty.call(message, "removed"))
                        $root.skein.wire.v1.Removal.encode(message.removed, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                    if (message.lastEditSeq != null && $Object.hasOwnProperty.call(message, "lastEditSeq") && (typeof message.lastEditSeq === "object" ? message.lastEditSeq.low || message.lastEditSeq.high : message.lastEditSeq !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.lastEditSeq);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MessageSent message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MessageSent
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MessageSent & skein.wire.v1.MessageSent.$Shape} MessageSent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MessageSent.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MessageSent();
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
                                    message.messageId = value;
                                else
                                    delete message.messageId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientMessageId = value;
                                else
                                    delete message.clientMessageId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.body = $root.skein.wire.v1.Body.decode(reader, reader.size(), $undefined, _depth + 1, message.body);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.replyTo = value;
                                else
                                    delete message.replyTo;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.attachments && message.attachments.length))
                                    message.attachments = [];
                                message.attachments.push($root.skein.wire.v1.Attachment.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.edits = value;
                                else
                                    delete message.edits;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.editedAtMs = value;
                                else
                                    delete message.editedAtMs;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.removed = $root.skein.wire.v1.Removal.decode(reader, reader.size(), $undefined, _depth + 1, message.removed);
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastEditSeq = value;
                                else
                                    delete message.lastEditSeq;
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

                return MessageSent;
            })();

            v1.Removal = (function() {

                /**
                 * Properties of a Removal.
                 * @typedef {Object} skein.wire.v1.Removal.$Properties
                 * @property {string|null} [kind] revoked, deleted, or hidden: deleted by this reader for themselves alone.
                 * @property {string|null} [actorId] Who did it.
                 * @property {number|null} [atMs] Milliseconds since the epoch.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Removal.
                 * @memberof skein.wire.v1
                 * @interface IRemoval
                 * @augments skein.wire.v1.Removal.$Properties
                 * @deprecated Use skein.wire.v1.Removal.$Properties instead.
                 */

                /**
                 * Shape of a Removal.
                 * @typedef {skein.wire.v1.Removal.$Properties} skein.wire.v1.Removal.$Shape
                 */

                /**
                 * Constructs a new Removal.
                 * @memberof skein.wire.v1
                 * @classdesc How a message was taken away from everyone.
                 * @constructor
                 * @param {skein.wire.v1.Removal.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Removal = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * revoked, deleted, or hidden: deleted by this reader for themselves alone.
                 * @member {string} kind
                 * @memberof skein.wire.v1.Removal
                 * @instance
                 */
                Removal.prototype.kind = "";

                /**
                 * Who did it.
                 * @member {string} actorId
                 * @memberof skein.wire.v1.Removal
                 * @instance
                 */
                Removal.prototype.actorId = "";

                /**
                 * Milliseconds since the epoch.
                 * @member {number} atMs
                 * @memberof skein.wire.v1.Removal
                 * @instance
                 */
                Removal.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified Removal message. Does not implicitly {@link skein.wire.v1.Removal.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Removal
                 * @static
                 * @param {skein.wire.v1.Removal.$Properties} message Removal message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Removal.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.kind);
                    if (message.actorId != null && $Object.hasOwnProperty.call(message, "actorId") && message.actorId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.actorId);
                    if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.atMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Removal message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Removal
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Removal & skein.wire.v1.Removal.$Shape} Removal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Removal.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.Removal();
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
                                    message.kind = value;
                                else
                                    delete message.kind;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.actorId = value;
                                else
                                    delete message.actorId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.atMs = value;
                                else
                                    delete message.atMs;
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

                return Removal;
            })();

            v1.GroupCreated = (function() {

                /**
                 * Properties of a GroupCreated.
                 * @typedef {Object} skein.wire.v1.GroupCreated.$Properties
                 * @property {string|null} [name] GroupCreated name
                 * @property {Array.<skein.wire.v1.Member.$Properties>|null} [members] The first 20 at most, the owner among them.
                 * @property {number|null} [subjectCount] How many they are, those not named included.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a GroupCreated.
                 * @memberof skein.wire.v1
                 * @interface IGroupCreated
                 * @augments skein.wire.v1.GroupCreated.$Properties
                 * @deprecated Use skein.wire.v1.GroupCreated.$Properties instead.
                 */

                /**
                 * Shape of a GroupCreated.
                 * @typedef {skein.wire.v1.GroupCreated.$Properties} skein.wire.v1.GroupCreated.$Shape
                 */

                /**
                 * Constructs a new GroupCreated.
                 * @memberof skein.wire.v1
                 * @classdesc A group with its first members, exactly one of them the owner.
                 * @constructor
                 * @param {skein.wire.v1.GroupCreated.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const GroupCreated = function (properties) {
                    this.members = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * GroupCreated name.
                 * @member {string} name
                 * @memberof skein.wire.v1.GroupCreated
                 * @instance
                 */
                GroupCreated.prototype.name = "";

                /**
                 * The first 20 at most, the owner among them.
                 * @member {Array.<skein.wire.v1.Member.$Properties>} members
                 * @memberof skein.wire.v1.GroupCreated
                 * @instance
                 */
                GroupCreated.prototype.members = $util.emptyArray;

                /**
                 * How many they are, those not named included.
                 * @member {number} subjectCount
                 * @memberof skein.wire.v1.GroupCreated
                 * @instance
                 */
                GroupCreated.prototype.subjectCount = 0;

                /**
                 * Encodes the specified GroupCreated message. Does not implicitly {@link skein.wire.v1.GroupCreated.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.GroupCreated
                 * @static
                 * @param {skein.wire.v1.GroupCreated.$Properties} message GroupCreated message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                GroupCreated.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                    if (message.members != null && message.members.length)
                        for (let i = 0; i < message.members.length; ++i)
                            $root.skein.wire.v1.Member.encode(message.members[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.subjectCount != null && $Object.hasOwnProperty.call(message, "subjectCount") && message.subjectCount !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.subjectCount);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a GroupCreated message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.GroupCreated
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupCreated & skein.wire.v1.GroupCreated.$Shape} GroupCreated
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                GroupCreated.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.GroupCreated();
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
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.members && message.members.length))
                                    message.members = [];
                                message.members.push($root.skein.wire.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.subjectCount = value;
                                else
                                    delete message.subjectCount;
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

                return GroupCreated;
            })();

            v1.MembersAdded = (function() {

                /**
                 * Properties of a MembersAdded.
                 * @typedef {Object} skein.wire.v1.MembersAdded.$Properties
                 * @property {Array.<skein.wire.v1.Member.$Properties>|null} [members] The first 20 at most.
                 * @property {number|null} [subjectCount] How many they are, those not named included. Who was out and is shown this item is one of them.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MembersAdded.
                 * @memberof skein.wire.v1
                 * @interface IMembersAdded
                 * @augments skein.wire.v1.MembersAdded.$Properties
                 * @deprecated Use skein.wire.v1.MembersAdded.$Properties instead.
                 */

                /**
                 * Shape of a MembersAdded.
                 * @typedef {skein.wire.v1.MembersAdded.$Properties} skein.wire.v1.MembersAdded.$Shape
                 */

                /**
                 * Constructs a new MembersAdded.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a MembersAdded.
                 * @constructor
                 * @param {skein.wire.v1.MembersAdded.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MembersAdded = function (properties) {
                    this.members = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * The first 20 at most.
                 * @member {Array.<skein.wire.v1.Member.$Properties>} members
                 * @memberof skein.wire.v1.MembersAdded
                 * @instance
                 */
                MembersAdded.prototype.members = $util.emptyArray;

                /**
                 * How many they are, those not named included. Who was out and is shown this item is one of them.
                 * @member {number} subjectCount
                 * @memberof skein.wire.v1.MembersAdded
                 * @instance
                 */
                MembersAdded.prototype.subjectCount = 0;

                /**
                 * Encodes the specified MembersAdded message. Does not implicitly {@link skein.wire.v1.MembersAdded.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MembersAdded
                 * @static
                 * @param {skein.wire.v1.MembersAdded.$Properties} message MembersAdded message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MembersAdded.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.members != null && message.members.length)
                        for (let i = 0; i < message.members.length; ++i)
                            $root.skein.wire.v1.Member.encode(message.members[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.subjectCount != null && $Object.hasOwnProperty.call(message, "subjectCount") && message.subjectCount !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.subjectCount);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MembersAdded message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MembersAdded
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MembersAdded & skein.wire.v1.MembersAdded.$Shape} MembersAdded
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MembersAdded.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MembersAdded();
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
                                if (!(message.members && message.members.length))
                                    message.members = [];
                                message.members.push($root.skein.wire.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.subjectCount = value;
                                else
                                    delete message.subjectCount;
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

                return MembersAdded;
            })();

            v1.MembersRemoved = (function() {

                /**
                 * Properties of a MembersRemoved.
                 * @typedef {Object} skein.wire.v1.MembersRemoved.$Properties
                 * @property {Array.<string>|null} [userIds] The first 20 at most.
                 * @property {number|null} [subjectCount] How many they are, those not named included. Whoever is not named may be one of them: sync tells.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MembersRemoved.
                 * @memberof skein.wire.v1
                 * @interface IMembersRemoved
                 * @augments skein.wire.v1.MembersRemoved.$Properties
                 * @deprecated Use skein.wire.v1.MembersRemoved.$Properties instead.
                 */

                /**
                 * Shape of a MembersRemoved.
                 * @typedef {skein.wire.v1.MembersRemoved.$Properties} skein.wire.v1.MembersRemoved.$Shape
                 */

                /**
                 * Constructs a new MembersRemoved.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a MembersRemoved.
                 * @constructor
                 * @param {skein.wire.v1.MembersRemoved.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MembersRemoved = function (properties) {
                    this.userIds = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * The first 20 at most.
                 * @member {Array.<string>} userIds
                 * @memberof skein.wire.v1.MembersRemoved
                 * @instance
                 */
                MembersRemoved.prototype.userIds = $util.emptyArray;

                /**
                 * How many they are, those not named included. Whoever is not named may be one of them: sync tells.
                 * @member {number} subjectCount
                 * @memberof skein.wire.v1.MembersRemoved
                 * @instance
                 */
                MembersRemoved.prototype.subjectCount = 0;

                /**
                 * Encodes the specified MembersRemoved message. Does not implicitly {@link skein.wire.v1.MembersRemoved.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MembersRemoved
                 * @static
                 * @param {skein.wire.v1.MembersRemoved.$Properties} message MembersRemoved message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MembersRemoved.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userIds != null && message.userIds.length)
                        for (let i = 0; i < message.userIds.length; ++i)
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.userIds[i]);
                    if (message.subjectCount != null && $Object.hasOwnProperty.call(message, "subjectCount") && message.subjectCount !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.subjectCount);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MembersRemoved message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MembersRemoved
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MembersRemoved & skein.wire.v1.MembersRemoved.$Shape} MembersRemoved
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MembersRemoved.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MembersRemoved();
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
                                if (!(message.userIds && message.userIds.length))
                                    message.userIds = [];
                                message.userIds.push(reader.stringVerify());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.subjectCount = value;
                                else
                                    delete message.subjectCount;
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

                return MembersRemoved;
            })();

            v1.MemberLeft = (function() {

                /**
                 * Properties of a MemberLeft.
                 * @typedef {Object} skein.wire.v1.MemberLeft.$Properties
                 * @property {string|null} [userId] MemberLeft userId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MemberLeft.
                 * @memberof skein.wire.v1
                 * @interface IMemberLeft
                 * @augments skein.wire.v1.MemberLeft.$Properties
                 * @deprecated Use skein.wire.v1.MemberLeft.$Properties instead.
                 */

                /**
                 * Shape of a MemberLeft.
                 * @typedef {skein.wire.v1.MemberLeft.$Properties} skein.wire.v1.MemberLeft.$Shape
                 */

                /**
                 * Constructs a new MemberLeft.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a MemberLeft.
                 * @constructor
                 * @param {skein.wire.v1.MemberLeft.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MemberLeft = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MemberLeft userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.MemberLeft
                 * @instance
                 */
                MemberLeft.prototype.userId = "";

                /**
                 * Encodes the specified MemberLeft message. Does not implicitly {@link skein.wire.v1.MemberLeft.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MemberLeft
                 * @static
                 * @param {skein.wire.v1.MemberLeft.$Properties} message MemberLeft message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MemberLeft.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MemberLeft message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MemberLeft
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberLeft & skein.wire.v1.MemberLeft.$Shape} MemberLeft
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MemberLeft.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MemberLeft();
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

                return MemberLeft;
            })();

            v1.MemberRoleChanged = (function() {

                /**
                 * Properties of a MemberRoleChanged.
                 * @typedef {Object} skein.wire.v1.MemberRoleChanged.$Properties
                 * @property {string|null} [userId] MemberRoleChanged userId
                 * @property {string|null} [role] owner, admin or member.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MemberRoleChanged.
                 * @memberof skein.wire.v1
                 * @interface IMemberRoleChanged
                 * @augments skein.wire.v1.MemberRoleChanged.$Properties
                 * @deprecated Use skein.wire.v1.MemberRoleChanged.$Properties instead.
                 */

                /**
                 * Shape of a MemberRoleChanged.
                 * @typedef {skein.wire.v1.MemberRoleChanged.$Properties} skein.wire.v1.MemberRoleChanged.$Shape
                 */

                /**
                 * Constructs a new MemberRoleChanged.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a MemberRoleChanged.
                 * @constructor
                 * @param {skein.wire.v1.MemberRoleChanged.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MemberRoleChanged = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MemberRoleChanged userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.MemberRoleChanged
                 * @instance
                 */
                MemberRoleChanged.prototype.userId = "";

                /**
                 * owner, admin or member.
                 * @member {string} role
                 * @memberof skein.wire.v1.MemberRoleChanged
                 * @instance
                 */
                MemberRoleChanged.prototype.role = "";

                /**
                 * Encodes the specified MemberRoleChanged message. Does not implicitly {@link skein.wire.v1.MemberRoleChanged.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MemberRoleChanged
                 * @static
                 * @param {skein.wire.v1.MemberRoleChanged.$Properties} message MemberRoleChanged message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MemberRoleChanged.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.role);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MemberRoleChanged message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MemberRoleChanged
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberRoleChanged & skein.wire.v1.MemberRoleChanged.$Shape} MemberRoleChanged
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MemberRoleChanged.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MemberRoleChanged();
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.role = value;
                                else
                                    delete message.role;
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

                return MemberRoleChanged;
            })();

            v1.MemberMuted = (function() {

                /**
                 * Properties of a MemberMuted.
                 * @typedef {Object} skein.wire.v1.MemberMuted.$Properties
                 * @property {string|null} [userId] MemberMuted userId
                 * @property {number|null} [mutedUntilMs] Milliseconds since the epoch; 0 for one who may speak again.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MemberMuted.
                 * @memberof skein.wire.v1
                 * @interface IMemberMuted
                 * @augments skein.wire.v1.MemberMuted.$Properties
                 * @deprecated Use skein.wire.v1.MemberMuted.$Properties instead.
                 */

                /**
                 * Shape of a MemberMuted.
                 * @typedef {skein.wire.v1.MemberMuted.$Properties} skein.wire.v1.MemberMuted.$Shape
                 */

                /**
                 * Constructs a new MemberMuted.
                 * @memberof skein.wire.v1
                 * @classdesc A member may say nothing for a while, or may speak again.
                 * @constructor
                 * @param {skein.wire.v1.MemberMuted.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MemberMuted = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MemberMuted userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.MemberMuted
                 * @instance
                 */
                MemberMuted.prototype.userId = "";

                /**
                 * Milliseconds since the epoch; 0 for one who may speak again.
                 * @member {number} mutedUntilMs
                 * @memberof skein.wire.v1.MemberMuted
                 * @instance
                 */
                MemberMuted.prototype.mutedUntilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified MemberMuted message. Does not implicitly {@link skein.wire.v1.MemberMuted.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MemberMuted
                 * @static
                 * @param {skein.wire.v1.MemberMuted.$Properties} message MemberMuted message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MemberMuted.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.mutedUntilMs != null && $Object.hasOwnProperty.call(message, "mutedUntilMs") && (typeof message.mutedUntilMs === "object" ? message.mutedUntilMs.low || message.mutedUntilMs.high : message.mutedUntilMs !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.mutedUntilMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MemberMuted message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MemberMuted
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberMuted & skein.wire.v1.MemberMuted.$Shape} MemberMuted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MemberMuted.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MemberMuted();
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
                                    message.mutedUntilMs = value;
                                else
                                    delete message.mutedUntilMs;
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

                return MemberMuted;
            })();

            v1.NicknameChanged = (function() {

                /**
                 * Properties of a NicknameChanged.
                 * @typedef {Object} skein.wire.v1.NicknameChanged.$Properties
                 * @property {string|null} [userId] NicknameChanged userId
                 * @property {string|null} [nickname] Empty for by their own name.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a NicknameChanged.
                 * @memberof skein.wire.v1
                 * @interface INicknameChanged
                 * @augments skein.wire.v1.NicknameChanged.$Properties
                 * @deprecated Use skein.wire.v1.NicknameChanged.$Properties instead.
                 */

                /**
                 * Shape of a NicknameChanged.
                 * @typedef {skein.wire.v1.NicknameChanged.$Properties} skein.wire.v1.NicknameChanged.$Shape
                 */

                /**
                 * Constructs a new NicknameChanged.
                 * @memberof skein.wire.v1
                 * @classdesc A member is called otherwise in this group.
                 * @constructor
                 * @param {skein.wire.v1.NicknameChanged.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const NicknameChanged = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * NicknameChanged userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.NicknameChanged
                 * @instance
                 */
                NicknameChanged.prototype.userId = "";

                /**
                 * Empty for by their own name.
                 * @member {string} nickname
                 * @memberof skein.wire.v1.NicknameChanged
                 * @instance
                 */
                NicknameChanged.prototype.nickname = "";

                /**
                 * Encodes the specified NicknameChanged message. Does not implicitly {@link skein.wire.v1.NicknameChanged.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.NicknameChanged
                 * @static
                 * @param {skein.wire.v1.NicknameChanged.$Properties} message NicknameChanged message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                NicknameChanged.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.nickname != null && $Object.hasOwnProperty.call(message, "nickname") && message.nickname !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.nickname);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a NicknameChanged message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.NicknameChanged
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.NicknameChanged & skein.wire.v1.NicknameChanged.$Shape} NicknameChanged
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                NicknameChanged.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.NicknameChanged();
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.nickname = value;
                                else
                                    delete message.nickname;
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

                return NicknameChanged;
            })();

            v1.MessageRevoked = (function() {

                /**
                 * Properties of a MessageRevoked.
                 * @typedef {Object} skein.wire.v1.MessageRevoked.$Properties
                 * @property {number|null} [targetSeq] MessageRevoked targetSeq
                 * @property {string|null} [messageId] MessageRevoked messageId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MessageRevoked.
                 * @memberof skein.wire.v1
                 * @interface IMessageRevoked
                 * @augments skein.wire.v1.MessageRevoked.$Properties
                 * @deprecated Use skein.wire.v1.MessageRevoked.$Properties instead.
                 */

                /**
                 * Shape of a MessageRevoked.
                 * @typedef {skein.wire.v1.MessageRevoked.$Properties} skein.wire.v1.MessageRevoked.$Shape
                 */

                /**
                 * Constructs a new MessageRevoked.
                 * @memberof skein.wire.v1
                 * @classdesc A message was taken back from everyone: whoever shows it clears it.
                 * @constructor
                 * @param {skein.wire.v1.MessageRevoked.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MessageRevoked = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MessageRevoked targetSeq.
                 * @member {number} targetSeq
                 * @memberof skein.wire.v1.MessageRevoked
                 * @instance
                 */
                MessageRevoked.prototype.targetSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * MessageRevoked messageId.
                 * @member {string} messageId
                 * @memberof skein.wire.v1.MessageRevoked
                 * @instance
                 */
                MessageRevoked.prototype.messageId = "";

                /**
                 * Encodes the specified MessageRevoked message. Does not implicitly {@link skein.wire.v1.MessageRevoked.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MessageRevoked
                 * @static
                 * @param {skein.wire.v1.MessageRevoked.$Properties} message MessageRevoked message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MessageRevoked.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.targetSeq != null && $Object.hasOwnProperty.call(message, "targetSeq") && (typeof message.targetSeq === "object" ? message.targetSeq.low || message.targetSeq.high : message.targetSeq !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.targetSeq);
                    if (message.messageId != null && $Object.hasOwnProperty.call(message, "messageId") && message.messageId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.messageId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MessageRevoked message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MessageRevoked
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MessageRevoked & skein.wire.v1.MessageRevoked.$Shape} MessageRevoked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MessageRevoked.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MessageRevoked();
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.targetSeq = value;
                                else
                                    delete message.targetSeq;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.messageId = value;
                                else
                                    delete message.messageId;
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

                return MessageRevoked;
            })();

            v1.MessageDeleted = (function() {

                /**
                 * Properties of a MessageDeleted.
                 * @typedef {Object} skein.wire.v1.MessageDeleted.$Properties
                 * @property {number|null} [targetSeq] MessageDeleted targetSeq
                 * @property {string|null} [messageId] MessageDeleted messageId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MessageDeleted.
                 * @memberof skein.wire.v1
                 * @interface IMessageDeleted
                 * @augments skein.wire.v1.MessageDeleted.$Properties
                 * @deprecated Use skein.wire.v1.MessageDeleted.$Properties instead.
                 */

                /**
                 * Shape of a MessageDeleted.
                 * @typedef {skein.wire.v1.MessageDeleted.$Properties} skein.wire.v1.MessageDeleted.$Shape
                 */

                /**
                 * Constructs a new MessageDeleted.
                 * @memberof skein.wire.v1
                 * @classdesc A message was deleted for everyone: whoever shows it shows nothing but that there was one.
                 * @constructor
                 * @param {skein.wire.v1.MessageDeleted.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MessageDeleted = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MessageDeleted targetSeq.
                 * @member {number} targetSeq
                 * @memberof skein.wire.v1.MessageDeleted
                 * @instance
                 */
                MessageDeleted.prototype.targetSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * MessageDeleted messageId.
                 * @member {string} messageId
                 * @memberof skein.wire.v1.MessageDeleted
                 * @instance
                 */
                MessageDeleted.prototype.messageId = "";

                /**
                 * Encodes the specified MessageDeleted message. Does not implicitly {@link skein.wire.v1.MessageDeleted.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MessageDeleted
                 * @static
                 * @param {skein.wire.v1.MessageDeleted.$Properties} message MessageDeleted message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MessageDeleted.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.targetSeq != null && $Object.hasOwnProperty.call(message, "targetSeq") && (typeof message.targetSeq === "object" ? message.targetSeq.low || message.targetSeq.high : message.targetSeq !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.targetSeq);
                    if (message.messageId != null && $Object.hasOwnProperty.call(message, "messageId") && message.messageId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.messageId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MessageDeleted message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MessageDeleted
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MessageDeleted & skein.wire.v1.MessageDeleted.$Shape} MessageDeleted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MessageDeleted.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MessageDeleted();
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.targetSeq = value;
                                else
                                    delete message.targetSeq;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.messageId = value;
                                else
                                    delete message.messageId;
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

                return MessageDeleted;
            })();

            v1.MessageEdited = (function() {

                /**
                 * Properties of a MessageEdited.
                 * @typedef {Object} skein.wire.v1.MessageEdited.$Properties
                 * @property {number|null} [targetSeq] MessageEdited targetSeq
                 * @property {string|null} [messageId] MessageEdited messageId
                 * @property {skein.wire.v1.Body.$Properties|null} [body] Absent once the message was edited again or taken away.
                 * @property {number|null} [version] How often it has been edited by now, this one counted.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MessageEdited.
                 * @memberof skein.wire.v1
                 * @interface IMessageEdited
                 * @augments skein.wire.v1.MessageEdited.$Properties
                 * @deprecated Use skein.wire.v1.MessageEdited.$Properties instead.
                 */

                /**
                 * Shape of a MessageEdited.
                 * @typedef {skein.wire.v1.MessageEdited.$Properties} skein.wire.v1.MessageEdited.$Shape
                 */

                /**
                 * Constructs a new MessageEdited.
                 * @memberof skein.wire.v1
                 * @classdesc A message has another body: whoever shows it shows this one.
                 * @constructor
                 * @param {skein.wire.v1.MessageEdited.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MessageEdited = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MessageEdited targetSeq.
                 * @member {number} targetSeq
                 * @memberof skein.wire.v1.MessageEdited
                 * @instance
                 */
                MessageEdited.prototype.targetSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * MessageEdited messageId.
                 * @member {string} messageId
                 * @memberof skein.wire.v1.MessageEdited
                 * @instance
                 */
                MessageEdited.prototype.messageId = "";

                /**
                 * Absent once the message was edited again or taken away.
                 * @member {skein.wire.v1.Body.$Properties|null|undefined} body
                 * @memberof skein.wire.v1.MessageEdited
                 * @instance
                 */
                MessageEdited.prototype.body = null;

                /**
                 * How often it has been edited by now, this one counted.
                 * @member {number} version
                 * @memberof skein.wire.v1.MessageEdited
                 * @instance
                 */
                MessageEdited.prototype.version = 0;

                /**
                 * Encodes the specified MessageEdited message. Does not implicitly {@link skein.wire.v1.MessageEdited.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MessageEdited
                 * @static
                 * @param {skein.wire.v1.MessageEdited.$Properties} message MessageEdited message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MessageEdited.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.targetSeq != null && $Object.hasOwnProperty.call(message, "targetSeq") && (typeof message.targetSeq === "object" ? message.targetSeq.low || message.targetSeq.high : message.targetSeq !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.targetSeq);
                    if (message.messageId != null && $Object.hasOwnProperty.call(message, "messageId") && message.messageId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.messageId);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        $root.skein.wire.v1.Body.encode(message.body, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.version);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MessageEdited message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MessageEdited
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MessageEdited & skein.wire.v1.MessageEdited.$Shape} MessageEdited
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MessageEdited.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MessageEdited();
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.targetSeq = value;
                                else
                                    delete message.targetSeq;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.messageId = value;
                                else
                                    delete message.messageId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.body = $root.skein.wire.v1.Body.decode(reader, reader.size(), $undefined, _depth + 1, message.body);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.version = value;
                                else
                                    delete message.version;
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

                return MessageEdited;
            })();

            v1.Member = (function() {

                /**
                 * Properties of a Member.
                 * @typedef {Object} skein.wire.v1.Member.$Properties
                 * @property {string|null} [userId] Member userId
                 * @property {string|null} [role] owner, admin or member.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Member.
                 * @memberof skein.wire.v1
                 * @interface IMember
                 * @augments skein.wire.v1.Member.$Properties
                 * @deprecated Use skein.wire.v1.Member.$Properties instead.
                 */

                /**
                 * Shape of a Member.
                 * @typedef {skein.wire.v1.Member.$Properties} skein.wire.v1.Member.$Shape
                 */

                /**
                 * Constructs a new Member.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a Member.
                 * @constructor
                 * @param {skein.wire.v1.Member.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Member = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Member userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.Member
                 * @instance
                 */
                Member.prototype.userId = "";

                /**
                 * owner, admin or member.
                 * @member {string} role
                 * @memberof skein.wire.v1.Member
                 * @instance
                 */
                Member.prototype.role = "";

                /**
                 * Encodes the specified Member message. Does not implicitly {@link skein.wire.v1.Member.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Member
                 * @static
                 * @param {skein.wire.v1.Member.$Properties} message Member message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Member.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.role);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Member message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Member
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Member & skein.wire.v1.Member.$Shape} Member
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Member.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.Member();
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.role = value;
                                else
                                    delete message.role;
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

                return Member;
            })();

            v1.GroupSetting = (function() {

                /**
                 * Properties of a GroupSetting.
                 * @typedef {Object} skein.wire.v1.GroupSetting.$Properties
                 * @property {string|null} [name] GroupSetting name
                 * @property {string|null} [value] GroupSetting value
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a GroupSetting.
                 * @memberof skein.wire.v1
                 * @interface IGroupSetting
                 * @augments skein.wire.v1.GroupSetting.$Properties
                 * @deprecated Use skein.wire.v1.GroupSetting.$Properties instead.
                 */

                /**
                 * Shape of a GroupSetting.
                 * @typedef {skein.wire.v1.GroupSetting.$Properties} skein.wire.v1.GroupSetting.$Shape
                 */

                /**
                 * Constructs a new GroupSetting.
                 * @memberof skein.wire.v1
                 * @classdesc One setting of a group. Names and values are listed under "What a group is" of docs/protocol.md; one that you do not know changes nothing for you.
                 * @constructor
                 * @param {skein.wire.v1.GroupSetting.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const GroupSetting = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * GroupSetting name.
                 * @member {string} name
                 * @memberof skein.wire.v1.GroupSetting
                 * @instance
                 */
                GroupSetting.prototype.name = "";

                /**
                 * GroupSetting value.
                 * @member {string} value
                 * @memberof skein.wire.v1.GroupSetting
                 * @instance
                 */
                GroupSetting.prototype.value = "";

                /**
                 * Encodes the specified GroupSetting message. Does not implicitly {@link skein.wire.v1.GroupSetting.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.GroupSetting
                 * @static
                 * @param {skein.wire.v1.GroupSetting.$Properties} message GroupSetting message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                GroupSetting.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.value);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a GroupSetting message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.GroupSetting
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupSetting & skein.wire.v1.GroupSetting.$Shape} GroupSetting
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                GroupSetting.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.GroupSetting();
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
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.value = value;
                                else
                                    delete message.value;
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

                return GroupSetting;
            })();

            v1.GroupChanged = (function() {

                /**
                 * Properties of a GroupChanged.
                 * @typedef {Object} skein.wire.v1.GroupChanged.$Properties
                 * @property {Array.<skein.wire.v1.GroupSetting.$Properties>|null} [settings] GroupChanged settings
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a GroupChanged.
                 * @memberof skein.wire.v1
                 * @interface IGroupChanged
                 * @augments skein.wire.v1.GroupChanged.$Properties
                 * @deprecated Use skein.wire.v1.GroupChanged.$Properties instead.
                 */

                /**
                 * Shape of a GroupChanged.
                 * @typedef {skein.wire.v1.GroupChanged.$Properties} skein.wire.v1.GroupChanged.$Shape
                 */

                /**
                 * Constructs a new GroupChanged.
                 * @memberof skein.wire.v1
                 * @classdesc What is otherwise in a group from here on, each name once.
                 * @constructor
                 * @param {skein.wire.v1.GroupChanged.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const GroupChanged = function (properties) {
                    this.settings = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * GroupChanged settings.
                 * @member {Array.<skein.wire.v1.GroupSetting.$Properties>} settings
                 * @memberof skein.wire.v1.GroupChanged
                 * @instance
                 */
                GroupChanged.prototype.settings = $util.emptyArray;

                /**
                 * Encodes the specified GroupChanged message. Does not implicitly {@link skein.wire.v1.GroupChanged.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.GroupChanged
                 * @static
                 * @param {skein.wire.v1.GroupChanged.$Properties} message GroupChanged message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                GroupChanged.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.settings != null && message.settings.length)
                        for (let i = 0; i < message.settings.length; ++i)
                            $root.skein.wire.v1.GroupSetting.encode(message.settings[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a GroupChanged message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.GroupChanged
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupChanged & skein.wire.v1.GroupChanged.$Shape} GroupChanged
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                GroupChanged.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.wire.v1.GroupChanged();
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
                                if (!(message.settings && message.settings.length))
                                    message.settings = [];
                                message.settings.push($root.skein.wire.v1.GroupSetting.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return GroupChanged;
            })();

            v1.GroupDismissed = (function() {

                /**
                 * Properties of a GroupDismissed.
                 * @typedef {Object} skein.wire.v1.GroupDismissed.$Properties
                 * @property {boolean|null} [ended] By its end, which had come, and by nobody: the actor of the item is empty.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a GroupDismissed.
                 * @memberof skein.wire.v1
                 * @interface IGroupDismissed
                 * @augments skein.wire.v1.GroupDismissed.$Properties
                 * @deprecated Use skein.wire.v1.GroupDismissed.$Properties instead.
                 */

                /**
                 * Shape of a GroupDismissed.
                 * @typedef {skein.wire.v1.GroupDismissed.$Properties} skein.wire.v1.GroupDismissed.$Shape
                 */

                /**
                 * Constructs a new GroupDismissed.
                 * @memberof skein.wire.v1
                 * @classdesc The group can be read, and nothing happens in it any more.
                 * @constructor
                 * @param {skein.wire.v1.GroupDismissed.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const GroupDismissed = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * By its end, which had come, and by nobody: the actor of the item is empty.
                 * @member {boolean} ended
                 * @memberof skein.wire.v1.GroupDismissed
                 * @instance
                 */
                GroupDismissed.prototype.ended = false;

                /**
                 * Encodes the specified GroupDismissed message. Does not implicitly {@link skein.wire.v1.GroupDismissed.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.GroupDismissed
                 * @static
                 * @param {skein.wire.v1.GroupDismissed.$Properties} message GroupDismissed message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                GroupDismissed.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.ended != null && $Object.hasOwnProperty.call(message, "ended") && message.ended !== false)
                        writer.uint32(/* id 1, wireType 0 =*/8).bool(message.ended);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a GroupDismissed message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.GroupDismissed
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupDismissed & skein.wire.v1.GroupDismissed.$Shape} GroupDismissed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                GroupDismissed.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.GroupDismissed();
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
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.ended = value;
                                else
                                    delete message.ended;
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

                return GroupDismissed;
            })();

            v1.SyncRequest = (function() {

                /**
                 * Properties of a SyncRequest.
                 * @typedef {Object} skein.wire.v1.SyncRequest.$Properties
                 * @property {Uint8Array|null} [cursor] Opaque, from the last SyncReply; empty for everything.
                 * @property {number|null} [itemsPerConversation] Last items per conversation to send inline; 0 for the server's default.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SyncRequest.
                 * @memberof skein.wire.v1
                 * @interface ISyncRequest
                 * @augments skein.wire.v1.SyncRequest.$Properties
                 * @deprecated Use skein.wire.v1.SyncRequest.$Properties instead.
                 */

                /**
                 * Shape of a SyncRequest.
                 * @typedef {skein.wire.v1.SyncRequest.$Properties} skein.wire.v1.SyncRequest.$Shape
                 */

                /**
                 * Constructs a new SyncRequest.
                 * @memberof skein.wire.v1
                 * @classdesc session/sync, client to server: what changed since the cursor.
                 * @constructor
                 * @param {skein.wire.v1.SyncRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SyncRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Opaque, from the last SyncReply; empty for everything.
                 * @member {Uint8Array} cursor
                 * @memberof skein.wire.v1.SyncRequest
                 * @instance
                 */
                SyncRequest.prototype.cursor = $util.newBuffer([]);

                /**
                 * Last items per conversation to send inline; 0 for the server's default.
                 * @member {number} itemsPerConversation
                 * @memberof skein.wire.v1.SyncRequest
                 * @instance
                 */
                SyncRequest.prototype.itemsPerConversation = 0;

                /**
                 * Encodes the specified SyncRequest message. Does not implicitly {@link skein.wire.v1.SyncRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.SyncRequest
                 * @static
                 * @param {skein.wire.v1.SyncRequest.$Properties} message SyncRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SyncRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.cursor != null && $Object.hasOwnProperty.call(message, "cursor") && message.cursor.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.cursor);
                    if (message.itemsPerConversation != null && $Object.hasOwnProperty.call(message, "itemsPerConversation") && message.itemsPerConversation !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.itemsPerConversation);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SyncRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.SyncRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SyncRequest & skein.wire.v1.SyncRequest.$Shape} SyncRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SyncRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.SyncRequest();
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
                                    message.cursor = value;
                                else
                                    delete message.cursor;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.itemsPerConversation = value;
                                else
                                    delete message.itemsPerConversation;
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

                return SyncRequest;
            })();

            v1.SyncReply = (function() {

                /**
                 * Properties of a SyncReply.
                 * @typedef {Object} skein.wire.v1.SyncReply.$Properties
                 * @property {Uint8Array|null} [cursor] SyncReply cursor
                 * @property {boolean|null} [full] Everything is sent, because the cursor was empty, too old, or of another log: forget what is not in it.
                 * @property {boolean|null} [more] Not complete yet: ask again with the new cursor.
                 * @property {Array.<skein.wire.v1.Session.$Properties>|null} [sessions] SyncReply sessions
                 * @property {Array.<Uint8Array>|null} [items] Last items of the changed conversations that this user may see, ascending by seq within a conversation.
                 * @property {Array.<skein.wire.v1.UserProfile.$Properties>|null} [profiles] Users that appear in what is sent.
                 * @property {number|null} [retryAfterMs] Not 0: the views are behind the log, or the sync was begun on another connection, and what they lack is in no answer yet; sync again, not before this many milliseconds.
                 * @property {Array.<skein.wire.v1.MessageHidden.$Properties>|null} [hidden] What this user has deleted for themselves since the cursor, on any of their devices; nothing in a full sync, whose items are shown
                 * accordingly.
                 * @property {boolean|null} [otherHistory] With `full`, on its first page: the log is not the one that the cursor was made of; it was put back from a backup, or made anew. What was
                 * shown may be in it no more, or in another place: forget every conversation and begin anew.
                 * @property {boolean|null} [partStands] A part of the views stands still, nobody knows for how long, and what it lacks is in no answer yet. A resync comes once it has gone on: to
                 * sync again before that, for this alone, is of no use.
                 * @property {Array.<skein.wire.v1.Relation.$Properties>|null} [relations] How this user stands to others, where that has changed since the cursor, by whomever: friendships and requests that are no more come with
                 * nothing in their place. On the first page; in a full sync, whatever there is.
                 * @property {boolean|null} [relationsCut] More have changed than are sent: forget what is known of relations, and ask for the lists.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SyncReply.
                 * @memberof skein.wire.v1
                 * @interface ISyncReply
                 * @augments skein.wire.v1.SyncReply.$Properties
                 * @deprecated Use skein.wire.v1.SyncReply.$Properties instead.
                 */

                /**
                 * Shape of a SyncReply.
                 * @typedef {skein.wire.v1.SyncReply.$Properties} skein.wire.v1.SyncReply.$Shape
                 */

                /**
                 * Constructs a new SyncReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a SyncReply.
                 * @constructor
                 * @param {skein.wire.v1.SyncReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SyncReply = function (properties) {
                    this.sessions = [];
                    this.items = [];
                    this.profiles = [];
                    this.hidden = [];
                    this.relations = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SyncReply cursor.
                 * @member {Uint8Array} cursor
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.cursor = $util.newBuffer([]);

                /**
                 * Everything is sent, because the cursor was empty, too old, or of another log: forget what is not in it.
                 * @member {boolean} full
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.full = false;

                /**
                 * Not complete yet: ask again with the new cursor.
                 * @member {boolean} more
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.more = false;

                /**
                 * SyncReply sessions.
                 * @member {Array.<skein.wire.v1.Session.$Properties>} sessions
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.sessions = $util.emptyArray;

                /**
                 * Last items of the changed conversations that this user may see, ascending by seq within a conversation.
                 * @member {Array.<Uint8Array>} items
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.items = $util.emptyArray;

                /**
                 * Users that appear in what is sent.
                 * @member {Array.<skein.wire.v1.UserProfile.$Properties>} profiles
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.profiles = $util.emptyArray;

                /**
                 * Not 0: the views are behind the log, or the sync was begun on another connection, and what they lack is in no answer yet; sync again, not before this many milliseconds.
                 * @member {number} retryAfterMs
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.retryAfterMs = 0;

                /**
                 * What this user has deleted for themselves since the cursor, on any of their devices; nothing in a full sync, whose items are shown
                 * accordingly.
                 * @member {Array.<skein.wire.v1.MessageHidden.$Properties>} hidden
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.hidden = $util.emptyArray;

                /**
                 * With `full`, on its first page: the log is not the one that the cursor was made of; it was put back from a backup, or made anew. What was
                 * shown may be in it no more, or in another place: forget every conversation and begin anew.
                 * @member {boolean} otherHistory
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.otherHistory = false;

                /**
                 * A part of the views stands still, nobody knows for how long, and what it lacks is in no answer yet. A resync comes once it has gone on: to
                 * sync again before that, for this alone, is of no use.
                 * @member {boolean} partStands
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.partStands = false;

                /**
                 * How this user stands to others, where that has changed since the cursor, by whomever: friendships and requests that are no more come with
                 * nothing in their place. On the first page; in a full sync, whatever there is.
                 * @member {Array.<skein.wire.v1.Relation.$Properties>} relations
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.relations = $util.emptyArray;

                /**
                 * More have changed than are sent: forget what is known of relations, and ask for the lists.
                 * @member {boolean} relationsCut
                 * @memberof skein.wire.v1.SyncReply
                 * @instance
                 */
                SyncReply.prototype.relationsCut = false;

                /**
                 * Encodes the specified SyncReply message. Does not implicitly {@link skein.wire.v1.SyncReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.SyncReply
                 * @static
                 * @param {skein.wire.v1.SyncReply.$Properties} message SyncReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SyncReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.cursor != null && $Object.hasOwnProperty.call(message, "cursor") && message.cursor.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.cursor);
                    if (message.full != null && $Object.hasOwnProperty.call(message, "full") && message.full !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.full);
                    if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.more);
                    if (message.sessions != null && message.sessions.length)
                        for (let i = 0; i < message.sessions.length; ++i)
                            $root.skein.wire.v1.Session.encode(message.sessions[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.items[i]);
                    if (message.profiles != null && message.profiles.length)
                        for (let i = 0; i < message.profiles.length; ++i)
                            $root.skein.wire.v1.UserProfile.encode(message.profiles[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                        writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.retryAfterMs);
                    if (message.hidden != null && message.hidden.length)
                        for (let i = 0; i < message.hidden.length; ++i)
                            $root.skein.wire.v1.MessageHidden.encode(message.hidden[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                    if (message.otherHistory != null && $Object.hasOwnProperty.call(message, "otherHistory") && message.otherHistory !== false)
                        writer.uint32(/* id 9, wireType 0 =*/72).bool(message.otherHistory);
                    if (message.partStands != null && $Object.hasOwnProperty.call(message, "partStands") && message.partStands !== false)
                        writer.uint32(/* id 10, wireType 0 =*/80).bool(message.partStands);
                    if (message.relations != null && message.relations.length)
                        for (let i = 0; i < message.relations.length; ++i)
                            $root.skein.wire.v1.Relation.encode(message.relations[i], writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                    if (message.relationsCut != null && $Object.hasOwnProperty.call(message, "relationsCut") && message.relationsCut !== false)
                        writer.uint32(/* id 12, wireType 0 =*/96).bool(message.relationsCut);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SyncReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.SyncReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SyncReply & skein.wire.v1.SyncReply.$Shape} SyncReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SyncReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.SyncReply();
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
                                    message.cursor = value;
                                else
                                    delete message.cursor;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.full = value;
                                else
                                    delete message.full;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.more = value;
                                else
                                    delete message.more;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.sessions && message.sessions.length))
                                    message.sessions = [];
                                message.sessions.push($root.skein.wire.v1.Session.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push(reader.bytes());
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.profiles && message.profiles.length))
                                    message.profiles = [];
                                message.profiles.push($root.skein.wire.v1.UserProfile.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.retryAfterMs = value;
                                else
                                    delete message.retryAfterMs;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.hidden && message.hidden.length))
                                    message.hidden = [];
                                message.hidden.push($root.skein.wire.v1.MessageHidden.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.otherHistory = value;
                                else
                                    delete message.otherHistory;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.partStands = value;
                                else
                                    delete message.partStands;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.relations && message.relations.length))
                                    message.relations = [];
                                message.relations.push($root.skein.wire.v1.Relation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.relationsCut = value;
                                else
                                    delete message.relationsCut;
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

                return SyncReply;
            })();

            v1.Session = (function() {

                /**
                 * Properties of a Session.
                 * @typedef {Object} skein.wire.v1.Session.$Properties
                 * @property {string|null} [conversationId] Session conversationId
                 * @property {string|null} [kind] direct, group, or broadcasts for what is told to every user of the app.
                 * @property {string|null} [name] Name of the group; empty for direct conversations.
                 * @property {number|null} [memberCount] 0 for direct conversations, and once the user is out.
                 * @property {number|null} [lastSeq] Session lastSeq
                 * @property {number|null} [lastOrdinal] Session lastOrdinal
                 * @property {number|null} [readOrdinal] Session readOrdinal
                 * @property {number|null} [unread] Session unread
                 * @property {string|null} [role] Role of the user; empty for direct conversations, and once the user is out of the group.
                 * @property {number|null} [fromSeq] First seq of the user's present (or last) stay.
                 * @property {number|null} [toSeq] First seq the user may no longer see; 0 while a member.
                 * @property {number|null} [lastActivityAtMs] Milliseconds since the epoch.
                 * @property {Array.<number>|null} [uncountedOrdinals] Ordinals behind read_ordinal of messages that are not unread: taken away since, by whomever. unread = last_ordinal - read_ordinal -
                 * how many these are.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Session.
                 * @memberof skein.wire.v1
                 * @interface ISession
                 * @augments skein.wire.v1.Session.$Properties
                 * @deprecated Use skein.wire.v1.Session.$Properties instead.
                 */

                /**
                 * Shape of a Session.
                 * @typedef {skein.wire.v1.Session.$Properties} skein.wire.v1.Session.$Shape
                 */

                /**
                 * Constructs a new Session.
                 * @memberof skein.wire.v1
                 * @classdesc A user's entry for a conversation, with the conversation's head.
                 * @constructor
                 * @param {skein.wire.v1.Session.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Session = function (properties) {
                    this.uncountedOrdinals = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Session conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.conversationId = "";

                /**
                 * direct, group, or broadcasts for what is told to every user of the app.
                 * @member {string} kind
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.kind = "";

                /**
                 * Name of the group; empty for direct conversations.
                 * @member {string} name
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.name = "";

                /**
                 * 0 for direct conversations, and once the user is out.
                 * @member {number} memberCount
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.memberCount = 0;

                /**
                 * Session lastSeq.
                 * @member {number} lastSeq
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.lastSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Session lastOrdinal.
                 * @member {number} lastOrdinal
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.lastOrdinal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Session readOrdinal.
                 * @member {number} readOrdinal
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.readOrdinal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Session unread.
                 * @member {number} unread
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.unread = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Role of the user; empty for direct conversations, and once the user is out of the group.
                 * @member {string} role
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.role = "";

                /**
                 * First seq of the user's present (or last) stay.
                 * @member {number} fromSeq
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.fromSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * First seq the user may no longer see; 0 while a member.
                 * @member {number} toSeq
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.toSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Milliseconds since the epoch.
                 * @member {number} lastActivityAtMs
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.lastActivityAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Ordinals behind read_ordinal of messages that are not unread: taken away since, by whomever. unread = last_ordinal - read_ordinal -
                 * how many these are.
                 * @member {Array.<number>} uncountedOrdinals
                 * @memberof skein.wire.v1.Session
                 * @instance
                 */
                Session.prototype.uncountedOrdinals = $util.emptyArray;

                /**
                 * Encodes the specified Session message. Does not implicitly {@link skein.wire.v1.Session.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Session
                 * @static
                 * @param {skein.wire.v1.Session.$Properties} message Session message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Session.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.kind);
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.name);
                    if (message.memberCount != null && $Object.hasOwnProperty.call(message, "memberCount") && message.memberCount !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.memberCount);
                    if (message.lastSeq != null && $Object.hasOwnProperty.call(message, "lastSeq") && (typeof message.lastSeq === "object" ? message.lastSeq.low || message.lastSeq.high : message.lastSeq !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.lastSeq);
                    if (message.lastOrdinal != null && $Object.hasOwnProperty.call(message, "lastOrdinal") && (typeof message.lastOrdinal === "object" ? message.lastOrdinal.low || message.lastOrdinal.high : message.lastOrdinal !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.lastOrdinal);
                    if (message.readOrdinal != null && $Object.hasOwnProperty.call(message, "readOrdinal") && (typeof message.readOrdinal === "object" ? message.readOrdinal.low || message.readOrdinal.high : message.readOrdinal !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.readOrdinal);
                    if (message.unread != null && $Object.hasOwnProperty.call(message, "unread") && (typeof message.unread === "object" ? message.unread.low || message.unread.high : message.unread !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.unread);
                    if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.role);
                    if (message.fromSeq != null && $Object.hasOwnProperty.call(message, "fromSeq") && (typeof message.fromSeq === "object" ? message.fromSeq.low || message.fromSeq.high : message.fromSeq !== 0))
                        writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.fromSeq);
                    if (message.toSeq != null && $Object.hasOwnProperty.call(message, "toSeq") && (typeof message.toSeq === "object" ? message.toSeq.low || message.toSeq.high : message.toSeq !== 0))
                        writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.toSeq);
                    if (message.lastActivityAtMs != null && $Object.hasOwnProperty.call(message, "lastActivityAtMs") && (typeof message.lastActivityAtMs === "object" ? message.lastActivityAtMs.low || message.lastActivityAtMs.high : message.lastActivityAtMs !== 0))
                        writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.lastActivityAtMs);
                    if (message.uncountedOrdinals != null && message.uncountedOrdinals.length)
                        writer.uint32(/* id 13, wireType 2 =*/106).uint64s(message.uncountedOrdinals);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Session message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Session
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Session & skein.wire.v1.Session.$Shape} Session
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Session.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.Session();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.kind = value;
                                else
                                    delete message.kind;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.memberCount = value;
                                else
                                    delete message.memberCount;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastSeq = value;
                                else
                                    delete message.lastSeq;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastOrdinal = value;
                                else
                                    delete message.lastOrdinal;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.readOrdinal = value;
                                else
                                    delete message.readOrdinal;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.unread = value;
                                else
                                    delete message.unread;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.role = value;
                                else
                                    delete message.role;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.fromSeq = value;
                                else
                                    delete message.fromSeq;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.toSeq = value;
                                else
                                    delete message.toSeq;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastActivityAtMs = value;
                                else
                                    delete message.lastActivityAtMs;
                                continue;
                            }
                        case 13: {
                                if (wireType === 2) {
                                    if (!(message.uncountedOrdinals && message.uncountedOrdinals.length))
                                        message.uncountedOrdinals = [];
                                    reader.uint64s(message.uncountedOrdinals);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.uncountedOrdinals && message.uncountedOrdinals.length))
                                    message.uncountedOrdinals = [];
                                message.uncountedOrdinals.push(reader.uint64());
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

                return Session;
            })();

            v1.MissedRequest = (function() {

                /**
                 * Properties of a MissedRequest.
                 * @typedef {Object} skein.wire.v1.MissedRequest.$Properties
                 * @property {Uint8Array|null} [cursor] Opaque, from a SyncReply.
                 * @property {string|null} [afterConversationId] Continue behind this item, the last of the page before; empty and 0 for the first page.
                 * @property {number|null} [afterSeq] MissedRequest afterSeq
                 * @property {number|null} [limit] 0 for the server's default.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MissedRequest.
                 * @memberof skein.wire.v1
                 * @interface IMissedRequest
                 * @augments skein.wire.v1.MissedRequest.$Properties
                 * @deprecated Use skein.wire.v1.MissedRequest.$Properties instead.
                 */

                /**
                 * Shape of a MissedRequest.
                 * @typedef {skein.wire.v1.MissedRequest.$Properties} skein.wire.v1.MissedRequest.$Shape
                 */

                /**
                 * Constructs a new MissedRequest.
                 * @memberof skein.wire.v1
                 * @classdesc session/missed, client to server: the items since a cursor that are no messages, of all conversations, by conversation and seq. Asked behind
                 * a sync, with the cursor that the sync was asked with.
                 * @constructor
                 * @param {skein.wire.v1.MissedRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MissedRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Opaque, from a SyncReply.
                 * @member {Uint8Array} cursor
                 * @memberof skein.wire.v1.MissedRequest
                 * @instance
                 */
                MissedRequest.prototype.cursor = $util.newBuffer([]);

                /**
                 * Continue behind this item, the last of the page before; empty and 0 for the first page.
                 * @member {string} afterConversationId
                 * @memberof skein.wire.v1.MissedRequest
                 * @instance
                 */
                MissedRequest.prototype.afterConversationId = "";

                /**
                 * MissedRequest afterSeq.
                 * @member {number} afterSeq
                 * @memberof skein.wire.v1.MissedRequest
                 * @instance
                 */
                MissedRequest.prototype.afterSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * 0 for the server's default.
                 * @member {number} limit
                 * @memberof skein.wire.v1.MissedRequest
                 * @instance
                 */
                MissedRequest.prototype.limit = 0;

                /**
                 * Encodes the specified MissedRequest message. Does not implicitly {@link skein.wire.v1.MissedRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MissedRequest
                 * @static
                 * @param {skein.wire.v1.MissedRequest.$Properties} message MissedRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MissedRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.cursor != null && $Object.hasOwnProperty.call(message, "cursor") && message.cursor.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.cursor);
                    if (message.afterConversationId != null && $Object.hasOwnProperty.call(message, "afterConversationId") && message.afterConversationId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.afterConversationId);
                    if (message.afterSeq != null && $Object.hasOwnProperty.call(message, "afterSeq") && (typeof message.afterSeq === "object" ? message.afterSeq.low || message.afterSeq.high : message.afterSeq !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.afterSeq);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.limit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MissedRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MissedRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MissedRequest & skein.wire.v1.MissedRequest.$Shape} MissedRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MissedRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MissedRequest();
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
                                    message.cursor = value;
                                else
                                    delete message.cursor;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.afterConversationId = value;
                                else
                                    delete message.afterConversationId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.afterSeq = value;
                                else
                                    delete message.afterSeq;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.limit = value;
                                else
                                    delete message.limit;
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

                return MissedRequest;
            })();

            v1.MissedReply = (function() {

                /**
                 * Properties of a MissedReply.
                 * @typedef {Object} skein.wire.v1.MissedReply.$Properties
                 * @property {Array.<Uint8Array>|null} [items] MissedReply items
                 * @property {boolean|null} [more] There are more behind the last.
                 * @property {boolean|null} [full] The cursor was empty, too old, or of another log: who has nothing has missed nothing, and a sync sends everything.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MissedReply.
                 * @memberof skein.wire.v1
                 * @interface IMissedReply
                 * @augments skein.wire.v1.MissedReply.$Properties
                 * @deprecated Use skein.wire.v1.MissedReply.$Properties instead.
                 */

                /**
                 * Shape of a MissedReply.
                 * @typedef {skein.wire.v1.MissedReply.$Properties} skein.wire.v1.MissedReply.$Shape
                 */

                /**
                 * Constructs a new MissedReply.
                 * @memberof skein.wire.v1
                 * @classdesc session/missed, answer.
                 * @constructor
                 * @param {skein.wire.v1.MissedReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MissedReply = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MissedReply items.
                 * @member {Array.<Uint8Array>} items
                 * @memberof skein.wire.v1.MissedReply
                 * @instance
                 */
                MissedReply.prototype.items = $util.emptyArray;

                /**
                 * There are more behind the last.
                 * @member {boolean} more
                 * @memberof skein.wire.v1.MissedReply
                 * @instance
                 */
                MissedReply.prototype.more = false;

                /**
                 * The cursor was empty, too old, or of another log: who has nothing has missed nothing, and a sync sends everything.
                 * @member {boolean} full
                 * @memberof skein.wire.v1.MissedReply
                 * @instance
                 */
                MissedReply.prototype.full = false;

                /**
                 * Encodes the specified MissedReply message. Does not implicitly {@link skein.wire.v1.MissedReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MissedReply
                 * @static
                 * @param {skein.wire.v1.MissedReply.$Properties} message MissedReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MissedReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.items[i]);
                    if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                    if (message.full != null && $Object.hasOwnProperty.call(message, "full") && message.full !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.full);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MissedReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MissedReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MissedReply & skein.wire.v1.MissedReply.$Shape} MissedReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MissedReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MissedReply();
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
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push(reader.bytes());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.more = value;
                                else
                                    delete message.more;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.full = value;
                                else
                                    delete message.full;
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

                return MissedReply;
            })();

            v1.UnreadRequest = (function() {

                /**
                 * Properties of an UnreadRequest.
                 * @typedef {Object} skein.wire.v1.UnreadRequest.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an UnreadRequest.
                 * @memberof skein.wire.v1
                 * @interface IUnreadRequest
                 * @augments skein.wire.v1.UnreadRequest.$Properties
                 * @deprecated Use skein.wire.v1.UnreadRequest.$Properties instead.
                 */

                /**
                 * Shape of an UnreadRequest.
                 * @typedef {skein.wire.v1.UnreadRequest.$Properties} skein.wire.v1.UnreadRequest.$Shape
                 */

                /**
                 * Constructs a new UnreadRequest.
                 * @memberof skein.wire.v1
                 * @classdesc session/unread, client to server.
                 * @constructor
                 * @param {skein.wire.v1.UnreadRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const UnreadRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Encodes the specified UnreadRequest message. Does not implicitly {@link skein.wire.v1.UnreadRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.UnreadRequest
                 * @static
                 * @param {skein.wire.v1.UnreadRequest.$Properties} message UnreadRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                UnreadRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an UnreadRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.UnreadRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UnreadRequest & skein.wire.v1.UnreadRequest.$Shape} UnreadRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                UnreadRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.wire.v1.UnreadRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
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

                return UnreadRequest;
            })();

            v1.UnreadReply = (function() {

                /**
                 * Properties of an UnreadReply.
                 * @typedef {Object} skein.wire.v1.UnreadReply.$Properties
                 * @property {Array.<skein.wire.v1.UnreadReply.Entry.$Properties>|null} [entries] Conversations with unread messages.
                 * @property {number|null} [total] UnreadReply total
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an UnreadReply.
                 * @memberof skein.wire.v1
                 * @interface IUnreadReply
                 * @augments skein.wire.v1.UnreadReply.$Properties
                 * @deprecated Use skein.wire.v1.UnreadReply.$Properties instead.
                 */

                /**
                 * Shape of an UnreadReply.
                 * @typedef {skein.wire.v1.UnreadReply.$Properties} skein.wire.v1.UnreadReply.$Shape
                 */

                /**
                 * Constructs a new UnreadReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents an UnreadReply.
                 * @constructor
                 * @param {skein.wire.v1.UnreadReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const UnreadReply = function (properties) {
                    this.entries = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Conversations with unread messages.
                 * @member {Array.<skein.wire.v1.UnreadReply.Entry.$Properties>} entries
                 * @memberof skein.wire.v1.UnreadReply
                 * @instance
                 */
                UnreadReply.prototype.entries = $util.emptyArray;

                /**
                 * UnreadReply total.
                 * @member {number} total
                 * @memberof skein.wire.v1.UnreadReply
                 * @instance
                 */
                UnreadReply.prototype.total = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified UnreadReply message. Does not implicitly {@link skein.wire.v1.UnreadReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.UnreadReply
                 * @static
                 * @param {skein.wire.v1.UnreadReply.$Properties} message UnreadReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                UnreadReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.entries != null && message.entries.length)
                        for (let i = 0; i < message.entries.length; ++i)
                            $root.skein.wire.v1.UnreadReply.Entry.encode(message.entries[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.total != null && $Object.hasOwnProperty.call(message, "total") && (typeof message.total === "object" ? message.total.low || message.total.high : message.total !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.total);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an UnreadReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.UnreadReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UnreadReply & skein.wire.v1.UnreadReply.$Shape} UnreadReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                UnreadReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.UnreadReply();
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
                                if (!(message.entries && message.entries.length))
                                    message.entries = [];
                                message.entries.push($root.skein.wire.v1.UnreadReply.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.total = value;
                                else
                                    delete message.total;
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

                UnreadReply.Entry = (function() {

                    /**
                     * Properties of an Entry.
                     * @typedef {Object} skein.wire.v1.UnreadReply.Entry.$Properties
                     * @property {string|null} [conversationId] Entry conversationId
                     * @property {number|null} [unread] Entry unread
                     * @property {number|null} [lastOrdinal] Entry lastOrdinal
                     * @property {number|null} [readOrdinal] Entry readOrdinal
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of an Entry.
                     * @memberof skein.wire.v1.UnreadReply
                     * @interface IEntry
                     * @augments skein.wire.v1.UnreadReply.Entry.$Properties
                     * @deprecated Use skein.wire.v1.UnreadReply.Entry.$Properties instead.
                     */

                    /**
                     * Shape of an Entry.
                     * @typedef {skein.wire.v1.UnreadReply.Entry.$Properties} skein.wire.v1.UnreadReply.Entry.$Shape
                     */

                    /**
                     * Constructs a new Entry.
                     * @memberof skein.wire.v1.UnreadReply
                     * @classdesc Represents an Entry.
                     * @constructor
                     * @param {skein.wire.v1.UnreadReply.Entry.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Entry = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Entry conversationId.
                     * @member {string} conversationId
                     * @memberof skein.wire.v1.UnreadReply.Entry
                     * @instance
                     */
                    Entry.prototype.conversationId = "";

                    /**
                     * Entry unread.
                     * @member {number} unread
                     * @memberof skein.wire.v1.UnreadReply.Entry
                     * @instance
                     */
                    Entry.prototype.unread = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Entry lastOrdinal.
                     * @member {number} lastOrdinal
                     * @memberof skein.wire.v1.UnreadReply.Entry
                     * @instance
                     */
                    Entry.prototype.lastOrdinal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Entry readOrdinal.
                     * @member {number} readOrdinal
                     * @memberof skein.wire.v1.UnreadReply.Entry
                     * @instance
                     */
                    Entry.prototype.readOrdinal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified Entry message. Does not implicitly {@link skein.wire.v1.UnreadReply.Entry.verify|verify} messages.
                     * @function encode
                     * @memberof skein.wire.v1.UnreadReply.Entry
                     * @static
                     * @param {skein.wire.v1.UnreadReply.Entry.$Properties} message Entry message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Entry.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                        if (message.unread != null && $Object.hasOwnProperty.call(message, "unread") && (typeof message.unread === "object" ? message.unread.low || message.unread.high : message.unread !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.unread);
                        if (message.lastOrdinal != null && $Object.hasOwnProperty.call(message, "lastOrdinal") && (typeof message.lastOrdinal === "object" ? message.lastOrdinal.low || message.lastOrdinal.high : message.lastOrdinal !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.lastOrdinal);
                        if (message.readOrdinal != null && $Object.hasOwnProperty.call(message, "readOrdinal") && (typeof message.readOrdinal === "object" ? message.readOrdinal.low || message.readOrdinal.high : message.readOrdinal !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.readOrdinal);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes an Entry message from the specified reader or buffer.
                     * @function decode
                     * @memberof skein.wire.v1.UnreadReply.Entry
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {skein.wire.v1.UnreadReply.Entry & skein.wire.v1.UnreadReply.Entry.$Shape} Entry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Entry.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.skein.wire.v1.UnreadReply.Entry();
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
                                        message.conversationId = value;
                                    else
                                        delete message.conversationId;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.unread = value;
                                    else
                                        delete message.unread;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.lastOrdinal = value;
                                    else
                                        delete message.lastOrdinal;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.readOrdinal = value;
                                    else
                                        delete message.readOrdinal;
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

                    return Entry;
                })();

                return UnreadReply;
            })();

            v1.Resync = (function() {

                /**
                 * Properties of a Resync.
                 * @typedef {Object} skein.wire.v1.Resync.$Properties
                 * @property {string|null} [reason] For people who read logs.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Resync.
                 * @memberof skein.wire.v1
                 * @interface IResync
                 * @augments skein.wire.v1.Resync.$Properties
                 * @deprecated Use skein.wire.v1.Resync.$Properties instead.
                 */

                /**
                 * Shape of a Resync.
                 * @typedef {skein.wire.v1.Resync.$Properties} skein.wire.v1.Resync.$Shape
                 */

                /**
                 * Constructs a new Resync.
                 * @memberof skein.wire.v1
                 * @classdesc session/resync, server to client: something may have been missed on the way; sync from your cursor.
                 * @constructor
                 * @param {skein.wire.v1.Resync.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Resync = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * For people who read logs.
                 * @member {string} reason
                 * @memberof skein.wire.v1.Resync
                 * @instance
                 */
                Resync.prototype.reason = "";

                /**
                 * Encodes the specified Resync message. Does not implicitly {@link skein.wire.v1.Resync.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Resync
                 * @static
                 * @param {skein.wire.v1.Resync.$Properties} message Resync message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Resync.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Resync message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Resync
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Resync & skein.wire.v1.Resync.$Shape} Resync
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Resync.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.Resync();
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
                                    message.reason = value;
                                else
                                    delete message.reason;
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

                return Resync;
            })();

            v1.SendRequest = (function() {

                /**
                 * Properties of a SendRequest.
                 * @typedef {Object} skein.wire.v1.SendRequest.$Properties
                 * @property {string|null} [conversationId] SendRequest conversationId
                 * @property {string|null} [clientMessageId] UUID made by the device: the same for every resend of the same message.
                 * @property {skein.wire.v1.Body.$Properties|null} [body] SendRequest body
                 * @property {number|null} [replyTo] seq of the message this one answers; 0 for none.
                 * @property {Array.<skein.wire.v1.Attachment.$Properties>|null} [attachments] SendRequest attachments
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SendRequest.
                 * @memberof skein.wire.v1
                 * @interface ISendRequest
                 * @augments skein.wire.v1.SendRequest.$Properties
                 * @deprecated Use skein.wire.v1.SendRequest.$Properties instead.
                 */

                /**
                 * Shape of a SendRequest.
                 * @typedef {skein.wire.v1.SendRequest.$Properties} skein.wire.v1.SendRequest.$Shape
                 */

                /**
                 * Constructs a new SendRequest.
                 * @memberof skein.wire.v1
                 * @classdesc message/send, client to server.
                 * @constructor
                 * @param {skein.wire.v1.SendRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SendRequest = function (properties) {
                    this.attachments = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SendRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.SendRequest
                 * @instance
                 */
                SendRequest.prototype.conversationId = "";

                /**
                 * UUID made by the device: the same for every resend of the same message.
                 * @member {string} clientMessageId
                 * @memberof skein.wire.v1.SendRequest
                 * @instance
                 */
                SendRequest.prototype.clientMessageId = "";

                /**
                 * SendRequest body.
                 * @member {skein.wire.v1.Body.$Properties|null|undefined} body
                 * @memberof skein.wire.v1.SendRequest
                 * @instance
                 */
                SendRequest.prototype.body = null;

                /**
                 * seq of the message this one answers; 0 for none.
                 * @member {number} replyTo
                 * @memberof skein.wire.v1.SendRequest
                 * @instance
                 */
                SendRequest.prototype.replyTo = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SendRequest attachments.
                 * @member {Array.<skein.wire.v1.Attachment.$Properties>} attachments
                 * @memberof skein.wire.v1.SendRequest
                 * @instance
                 */
                SendRequest.prototype.attachments = $util.emptyArray;

                /**
                 * Encodes the specified SendRequest message. Does not implicitly {@link skein.wire.v1.SendRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.SendRequest
                 * @static
                 * @param {skein.wire.v1.SendRequest.$Properties} message SendRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SendRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.clientMessageId != null && $Object.hasOwnProperty.call(message, "clientMessageId") && message.clientMessageId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientMessageId);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        $root.skein.wire.v1.Body.encode(message.body, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.replyTo != null && $Object.hasOwnProperty.call(message, "replyTo") && (typeof message.replyTo === "object" ? message.replyTo.low || message.replyTo.high : message.replyTo !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.replyTo);
                    if (message.attachments != null && message.attachments.length)
                        for (let i = 0; i < message.attachments.length; ++i)
                            $root.skein.wire.v1.Attachment.encode(message.attachments[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SendRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.SendRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SendRequest & skein.wire.v1.SendRequest.$Shape} SendRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SendRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.SendRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientMessageId = value;
                                else
                                    delete message.clientMessageId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.body = $root.skein.wire.v1.Body.decode(reader, reader.size(), $undefined, _depth + 1, message.body);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.replyTo = value;
                                else
                                    delete message.replyTo;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.attachments && message.attachments.length))
                                    message.attachments = [];
                                message.attachments.push($root.skein.wire.v1.Attachment.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return SendRequest;
            })();

            v1.SendReply = (function() {

                /**
                 * Properties of a SendReply.
                 * @typedef {Object} skein.wire.v1.SendReply.$Properties
                 * @property {string|null} [messageId] SendReply messageId
                 * @property {number|null} [seq] SendReply seq
                 * @property {number|null} [ordinal] SendReply ordinal
                 * @property {number|null} [sentAtMs] When the server first received it, milliseconds since the epoch.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SendReply.
                 * @memberof skein.wire.v1
                 * @interface ISendReply
                 * @augments skein.wire.v1.SendReply.$Properties
                 * @deprecated Use skein.wire.v1.SendReply.$Properties instead.
                 */

                /**
                 * Shape of a SendReply.
                 * @typedef {skein.wire.v1.SendReply.$Properties} skein.wire.v1.SendReply.$Shape
                 */

                /**
                 * Constructs a new SendReply.
                 * @memberof skein.wire.v1
                 * @classdesc message/send, answer: the message is stored and will never be lost.
                 * @constructor
                 * @param {skein.wire.v1.SendReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SendReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SendReply messageId.
                 * @member {string} messageId
                 * @memberof skein.wire.v1.SendReply
                 * @instance
                 */
                SendReply.prototype.messageId = "";

                /**
                 * SendReply seq.
                 * @member {number} seq
                 * @memberof skein.wire.v1.SendReply
                 * @instance
                 */
                SendReply.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * SendReply ordinal.
                 * @member {number} ordinal
                 * @memberof skein.wire.v1.SendReply
                 * @instance
                 */
                SendReply.prototype.ordinal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * When the server first received it, milliseconds since the epoch.
                 * @member {number} sentAtMs
                 * @memberof skein.wire.v1.SendReply
                 * @instance
                 */
                SendReply.prototype.sentAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified SendReply message. Does not implicitly {@link skein.wire.v1.SendReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.SendReply
                 * @static
                 * @param {skein.wire.v1.SendReply.$Properties} message SendReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SendReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.messageId != null && $Object.hasOwnProperty.call(message, "messageId") && message.messageId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.messageId);
                    if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.seq);
                    if (message.ordinal != null && $Object.hasOwnProperty.call(message, "ordinal") && (typeof message.ordinal === "object" ? message.ordinal.low || message.ordinal.high : message.ordinal !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.ordinal);
                    if (message.sentAtMs != null && $Object.hasOwnProperty.call(message, "sentAtMs") && (typeof message.sentAtMs === "object" ? message.sentAtMs.low || message.sentAtMs.high : message.sentAtMs !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.sentAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SendReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.SendReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SendReply & skein.wire.v1.SendReply.$Shape} SendReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SendReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.SendReply();
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
                                    message.messageId = value;
                                else
                                    delete message.messageId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seq = value;
                                else
                                    delete message.seq;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.ordinal = value;
                                else
                                    delete message.ordinal;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.sentAtMs = value;
                                else
                                    delete message.sentAtMs;
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

                return SendReply;
            })();

            v1.RevokeRequest = (function() {

                /**
                 * Properties of a RevokeRequest.
                 * @typedef {Object} skein.wire.v1.RevokeRequest.$Properties
                 * @property {string|null} [conversationId] RevokeRequest conversationId
                 * @property {number|null} [seq] Place and id of the message, as it was shown.
                 * @property {string|null} [messageId] RevokeRequest messageId
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RevokeRequest.
                 * @memberof skein.wire.v1
                 * @interface IRevokeRequest
                 * @augments skein.wire.v1.RevokeRequest.$Properties
                 * @deprecated Use skein.wire.v1.RevokeRequest.$Properties instead.
                 */

                /**
                 * Shape of a RevokeRequest.
                 * @typedef {skein.wire.v1.RevokeRequest.$Properties} skein.wire.v1.RevokeRequest.$Shape
                 */

                /**
                 * Constructs a new RevokeRequest.
                 * @memberof skein.wire.v1
                 * @classdesc message/revoke, client to server: takes a message back from everyone.
                 * @constructor
                 * @param {skein.wire.v1.RevokeRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RevokeRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RevokeRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.RevokeRequest
                 * @instance
                 */
                RevokeRequest.prototype.conversationId = "";

                /**
                 * Place and id of the message, as it was shown.
                 * @member {number} seq
                 * @memberof skein.wire.v1.RevokeRequest
                 * @instance
                 */
                RevokeRequest.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * RevokeRequest messageId.
                 * @member {string} messageId
                 * @memberof skein.wire.v1.RevokeRequest
                 * @instance
                 */
                RevokeRequest.prototype.messageId = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.RevokeRequest
                 * @instance
                 */
                RevokeRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified RevokeRequest message. Does not implicitly {@link skein.wire.v1.RevokeRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.RevokeRequest
                 * @static
                 * @param {skein.wire.v1.RevokeRequest.$Properties} message RevokeRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RevokeRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.seq);
                    if (message.messageId != null && $Object.hasOwnProperty.call(message, "messageId") && message.messageId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.messageId);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RevokeRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.RevokeRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RevokeRequest & skein.wire.v1.RevokeRequest.$Shape} RevokeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RevokeRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.RevokeRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seq = value;
                                else
                                    delete message.seq;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.messageId = value;
                                else
                                    delete message.messageId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return RevokeRequest;
            })();

            v1.EditRequest = (function() {

                /**
                 * Properties of an EditRequest.
                 * @typedef {Object} skein.wire.v1.EditRequest.$Properties
                 * @property {string|null} [conversationId] EditRequest conversationId
                 * @property {number|null} [seq] Place and id of the message, as it was shown.
                 * @property {string|null} [messageId] EditRequest messageId
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {skein.wire.v1.Body.$Properties|null} [body] EditRequest body
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EditRequest.
                 * @memberof skein.wire.v1
                 * @interface IEditRequest
                 * @augments skein.wire.v1.EditRequest.$Properties
                 * @deprecated Use skein.wire.v1.EditRequest.$Properties instead.
                 */

                /**
                 * Shape of an EditRequest.
                 * @typedef {skein.wire.v1.EditRequest.$Properties} skein.wire.v1.EditRequest.$Shape
                 */

                /**
                 * Constructs a new EditRequest.
                 * @memberof skein.wire.v1
                 * @classdesc message/edit, client to server: gives a message another body, of the same content type.
                 * @constructor
                 * @param {skein.wire.v1.EditRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EditRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * EditRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.EditRequest
                 * @instance
                 */
                EditRequest.prototype.conversationId = "";

                /**
                 * Place and id of the message, as it was shown.
                 * @member {number} seq
                 * @memberof skein.wire.v1.EditRequest
                 * @instance
                 */
                EditRequest.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * EditRequest messageId.
                 * @member {string} messageId
                 * @memberof skein.wire.v1.EditRequest
                 * @instance
                 */
                EditRequest.prototype.messageId = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.EditRequest
                 * @instance
                 */
                EditRequest.prototype.clientRequestId = "";

                /**
                 * EditRequest body.
                 * @member {skein.wire.v1.Body.$Properties|null|undefined} body
                 * @memberof skein.wire.v1.EditRequest
                 * @instance
                 */
                EditRequest.prototype.body = null;

                /**
                 * Encodes the specified EditRequest message. Does not implicitly {@link skein.wire.v1.EditRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.EditRequest
                 * @static
                 * @param {skein.wire.v1.EditRequest.$Properties} message EditRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EditRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.seq);
                    if (message.messageId != null && $Object.hasOwnProperty.call(message, "messageId") && message.messageId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.messageId);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.clientRequestId);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        $root.skein.wire.v1.Body.encode(message.body, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EditRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.EditRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.EditRequest & skein.wire.v1.EditRequest.$Shape} EditRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EditRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.EditRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seq = value;
                                else
                                    delete message.seq;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.messageId = value;
                                else
                                    delete message.messageId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.body = $root.skein.wire.v1.Body.decode(reader, reader.size(), $undefined, _depth + 1, message.body);
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

                return EditRequest;
            })();

            v1.DeleteRequest = (function() {

                /**
                 * Properties of a DeleteRequest.
                 * @typedef {Object} skein.wire.v1.DeleteRequest.$Properties
                 * @property {string|null} [conversationId] DeleteRequest conversationId
                 * @property {number|null} [seq] Place and id of the message, as it was shown.
                 * @property {string|null} [messageId] DeleteRequest messageId
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a DeleteRequest.
                 * @memberof skein.wire.v1
                 * @interface IDeleteRequest
                 * @augments skein.wire.v1.DeleteRequest.$Properties
                 * @deprecated Use skein.wire.v1.DeleteRequest.$Properties instead.
                 */

                /**
                 * Shape of a DeleteRequest.
                 * @typedef {skein.wire.v1.DeleteRequest.$Properties} skein.wire.v1.DeleteRequest.$Shape
                 */

                /**
                 * Constructs a new DeleteRequest.
                 * @memberof skein.wire.v1
                 * @classdesc message/delete-for-all, client to server: deletes a message for everyone.
                 * @constructor
                 * @param {skein.wire.v1.DeleteRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const DeleteRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * DeleteRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.DeleteRequest
                 * @instance
                 */
                DeleteRequest.prototype.conversationId = "";

                /**
                 * Place and id of the message, as it was shown.
                 * @member {number} seq
                 * @memberof skein.wire.v1.DeleteRequest
                 * @instance
                 */
                DeleteRequest.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * DeleteRequest messageId.
                 * @member {string} messageId
                 * @memberof skein.wire.v1.DeleteRequest
                 * @instance
                 */
                DeleteRequest.prototype.messageId = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.DeleteRequest
                 * @instance
                 */
                DeleteRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified DeleteRequest message. Does not implicitly {@link skein.wire.v1.DeleteRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.DeleteRequest
                 * @static
                 * @param {skein.wire.v1.DeleteRequest.$Properties} message DeleteRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                DeleteRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.seq);
                    if (message.messageId != null && $Object.hasOwnProperty.call(message, "messageId") && message.messageId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.messageId);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a DeleteRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.DeleteRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.DeleteRequest & skein.wire.v1.DeleteRequest.$Shape} DeleteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                DeleteRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.DeleteRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seq = value;
                                else
                                    delete message.seq;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.messageId = value;
                                else
                                    delete message.messageId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return DeleteRequest;
            })();

            v1.HideRequest = (function() {

                /**
                 * Properties of a HideRequest.
                 * @typedef {Object} skein.wire.v1.HideRequest.$Properties
                 * @property {string|null} [conversationId] HideRequest conversationId
                 * @property {number|null} [seq] Place and id of the message, as it was shown.
                 * @property {string|null} [messageId] HideRequest messageId
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a HideRequest.
                 * @memberof skein.wire.v1
                 * @interface IHideRequest
                 * @augments skein.wire.v1.HideRequest.$Properties
                 * @deprecated Use skein.wire.v1.HideRequest.$Properties instead.
                 */

                /**
                 * Shape of a HideRequest.
                 * @typedef {skein.wire.v1.HideRequest.$Properties} skein.wire.v1.HideRequest.$Shape
                 */

                /**
                 * Constructs a new HideRequest.
                 * @memberof skein.wire.v1
                 * @classdesc message/delete-for-me, client to server: deletes a message for oneself, on all of one's devices.
                 * @constructor
                 * @param {skein.wire.v1.HideRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const HideRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * HideRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.HideRequest
                 * @instance
                 */
                HideRequest.prototype.conversationId = "";

                /**
                 * Place and id of the message, as it was shown.
                 * @member {number} seq
                 * @memberof skein.wire.v1.HideRequest
                 * @instance
                 */
                HideRequest.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * HideRequest messageId.
                 * @member {string} messageId
                 * @memberof skein.wire.v1.HideRequest
                 * @instance
                 */
                HideRequest.prototype.messageId = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.HideRequest
                 * @instance
                 */
                HideRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified HideRequest message. Does not implicitly {@link skein.wire.v1.HideRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.HideRequest
                 * @static
                 * @param {skein.wire.v1.HideRequest.$Properties} message HideRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                HideRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.seq);
                    if (message.messageId != null && $Object.hasOwnProperty.call(message, "messageId") && message.messageId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.messageId);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a HideRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.HideRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.HideRequest & skein.wire.v1.HideRequest.$Shape} HideRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                HideRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.HideRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seq = value;
                                else
                                    delete message.seq;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.messageId = value;
                                else
                                    delete message.messageId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return HideRequest;
            })();

            v1.BroadcastRequest = (function() {

                /**
                 * Properties of a BroadcastRequest.
                 * @typedef {Object} skein.wire.v1.BroadcastRequest.$Properties
                 * @property {string|null} [conversationId] b:<appId>.
                 * @property {string|null} [clientMessageId] UUID made by the device: the same for every resend of the same message.
                 * @property {skein.wire.v1.Body.$Properties|null} [body] BroadcastRequest body
                 * @property {Array.<skein.wire.v1.Attachment.$Properties>|null} [attachments] BroadcastRequest attachments
                 * @property {number|null} [perSecond] How many connections each gateway tells in a second; 0 for as many as the deployment allows.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BroadcastRequest.
                 * @memberof skein.wire.v1
                 * @interface IBroadcastRequest
                 * @augments skein.wire.v1.BroadcastRequest.$Properties
                 * @deprecated Use skein.wire.v1.BroadcastRequest.$Properties instead.
                 */

                /**
                 * Shape of a BroadcastRequest.
                 * @typedef {skein.wire.v1.BroadcastRequest.$Properties} skein.wire.v1.BroadcastRequest.$Shape
                 */

                /**
                 * Constructs a new BroadcastRequest.
                 * @memberof skein.wire.v1
                 * @classdesc message/broadcast, client to server: appends a message to what every user of the app sees. Asks for the right.
                 * @constructor
                 * @param {skein.wire.v1.BroadcastRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BroadcastRequest = function (properties) {
                    this.attachments = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * b:<appId>.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.BroadcastRequest
                 * @instance
                 */
                BroadcastRequest.prototype.conversationId = "";

                /**
                 * UUID made by the device: the same for every resend of the same message.
                 * @member {string} clientMessageId
                 * @memberof skein.wire.v1.BroadcastRequest
                 * @instance
                 */
                BroadcastRequest.prototype.clientMessageId = "";

                /**
                 * BroadcastRequest body.
                 * @member {skein.wire.v1.Body.$Properties|null|undefined} body
                 * @memberof skein.wire.v1.BroadcastRequest
                 * @instance
                 */
                BroadcastRequest.prototype.body = null;

                /**
                 * BroadcastRequest attachments.
                 * @member {Array.<skein.wire.v1.Attachment.$Properties>} attachments
                 * @memberof skein.wire.v1.BroadcastRequest
                 * @instance
                 */
                BroadcastRequest.prototype.attachments = $util.emptyArray;

                /**
                 * How many connections each gateway tells in a second; 0 for as many as the deployment allows.
                 * @member {number} perSecond
                 * @memberof skein.wire.v1.BroadcastRequest
                 * @instance
                 */
                BroadcastRequest.prototype.perSecond = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified BroadcastRequest message. Does not implicitly {@link skein.wire.v1.BroadcastRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.BroadcastRequest
                 * @static
                 * @param {skein.wire.v1.BroadcastRequest.$Properties} message BroadcastRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BroadcastRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.clientMessageId != null && $Object.hasOwnProperty.call(message, "clientMessageId") && message.clientMessageId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientMessageId);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        $root.skein.wire.v1.Body.encode(message.body, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.attachments != null && message.attachments.length)
                        for (let i = 0; i < message.attachments.length; ++i)
                            $root.skein.wire.v1.Attachment.encode(message.attachments[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.perSecond != null && $Object.hasOwnProperty.call(message, "perSecond") && (typeof message.perSecond === "object" ? message.perSecond.low || message.perSecond.high : message.perSecond !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.perSecond);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BroadcastRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.BroadcastRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.BroadcastRequest & skein.wire.v1.BroadcastRequest.$Shape} BroadcastRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BroadcastRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.BroadcastRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientMessageId = value;
                                else
                                    delete message.clientMessageId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.body = $root.skein.wire.v1.Body.decode(reader, reader.size(), $undefined, _depth + 1, message.body);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.attachments && message.attachments.length))
                                    message.attachments = [];
                                message.attachments.push($root.skein.wire.v1.Attachment.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.perSecond = value;
                                else
                                    delete message.perSecond;
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

                return BroadcastRequest;
            })();

            v1.BroadcastOnlineRequest = (function() {

                /**
                 * Properties of a BroadcastOnlineRequest.
                 * @typedef {Object} skein.wire.v1.BroadcastOnlineRequest.$Properties
                 * @property {string|null} [conversationId] b:<appId>.
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {skein.wire.v1.Body.$Properties|null} [body] BroadcastOnlineRequest body
                 * @property {number|null} [perSecond] As of a broadcast.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BroadcastOnlineRequest.
                 * @memberof skein.wire.v1
                 * @interface IBroadcastOnlineRequest
                 * @augments skein.wire.v1.BroadcastOnlineRequest.$Properties
                 * @deprecated Use skein.wire.v1.BroadcastOnlineRequest.$Properties instead.
                 */

                /**
                 * Shape of a BroadcastOnlineRequest.
                 * @typedef {skein.wire.v1.BroadcastOnlineRequest.$Properties} skein.wire.v1.BroadcastOnlineRequest.$Shape
                 */

                /**
                 * Constructs a new BroadcastOnlineRequest.
                 * @memberof skein.wire.v1
                 * @classdesc message/broadcast-online, client to server: tells everybody who is connected now, and nobody later. Asks for the right.
                 * @constructor
                 * @param {skein.wire.v1.BroadcastOnlineRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BroadcastOnlineRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * b:<appId>.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.BroadcastOnlineRequest
                 * @instance
                 */
                BroadcastOnlineRequest.prototype.conversationId = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.BroadcastOnlineRequest
                 * @instance
                 */
                BroadcastOnlineRequest.prototype.clientRequestId = "";

                /**
                 * BroadcastOnlineRequest body.
                 * @member {skein.wire.v1.Body.$Properties|null|undefined} body
                 * @memberof skein.wire.v1.BroadcastOnlineRequest
                 * @instance
                 */
                BroadcastOnlineRequest.prototype.body = null;

                /**
                 * As of a broadcast.
                 * @member {number} perSecond
                 * @memberof skein.wire.v1.BroadcastOnlineRequest
                 * @instance
                 */
                BroadcastOnlineRequest.prototype.perSecond = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified BroadcastOnlineRequest message. Does not implicitly {@link skein.wire.v1.BroadcastOnlineRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.BroadcastOnlineRequest
                 * @static
                 * @param {skein.wire.v1.BroadcastOnlineRequest.$Properties} message BroadcastOnlineRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BroadcastOnlineRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientRequestId);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        $root.skein.wire.v1.Body.encode(message.body, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.perSecond != null && $Object.hasOwnProperty.call(message, "perSecond") && (typeof message.perSecond === "object" ? message.perSecond.low || message.perSecond.high : message.perSecond !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.perSecond);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BroadcastOnlineRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.BroadcastOnlineRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.BroadcastOnlineRequest & skein.wire.v1.BroadcastOnlineRequest.$Shape} BroadcastOnlineRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BroadcastOnlineRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.BroadcastOnlineRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.body = $root.skein.wire.v1.Body.decode(reader, reader.size(), $undefined, _depth + 1, message.body);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.perSecond = value;
                                else
                                    delete message.perSecond;
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

                return BroadcastOnlineRequest;
            })();

            v1.BroadcastOnlineReply = (function() {

                /**
                 * Properties of a BroadcastOnlineReply.
                 * @typedef {Object} skein.wire.v1.BroadcastOnlineReply.$Properties
                 * @property {string|null} [noticeId] BroadcastOnlineReply noticeId
                 * @property {number|null} [sentAtMs] When the server received it, milliseconds since the epoch.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BroadcastOnlineReply.
                 * @memberof skein.wire.v1
                 * @interface IBroadcastOnlineReply
                 * @augments skein.wire.v1.BroadcastOnlineReply.$Properties
                 * @deprecated Use skein.wire.v1.BroadcastOnlineReply.$Properties instead.
                 */

                /**
                 * Shape of a BroadcastOnlineReply.
                 * @typedef {skein.wire.v1.BroadcastOnlineReply.$Properties} skein.wire.v1.BroadcastOnlineReply.$Shape
                 */

                /**
                 * Constructs a new BroadcastOnlineReply.
                 * @memberof skein.wire.v1
                 * @classdesc message/broadcast-online, answer: it is on its way.
                 * @constructor
                 * @param {skein.wire.v1.BroadcastOnlineReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BroadcastOnlineReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * BroadcastOnlineReply noticeId.
                 * @member {string} noticeId
                 * @memberof skein.wire.v1.BroadcastOnlineReply
                 * @instance
                 */
                BroadcastOnlineReply.prototype.noticeId = "";

                /**
                 * When the server received it, milliseconds since the epoch.
                 * @member {number} sentAtMs
                 * @memberof skein.wire.v1.BroadcastOnlineReply
                 * @instance
                 */
                BroadcastOnlineReply.prototype.sentAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified BroadcastOnlineReply message. Does not implicitly {@link skein.wire.v1.BroadcastOnlineReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.BroadcastOnlineReply
                 * @static
                 * @param {skein.wire.v1.BroadcastOnlineReply.$Properties} message BroadcastOnlineReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BroadcastOnlineReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.noticeId != null && $Object.hasOwnProperty.call(message, "noticeId") && message.noticeId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.noticeId);
                    if (message.sentAtMs != null && $Object.hasOwnProperty.call(message, "sentAtMs") && (typeof message.sentAtMs === "object" ? message.sentAtMs.low || message.sentAtMs.high : message.sentAtMs !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sentAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BroadcastOnlineReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.BroadcastOnlineReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.BroadcastOnlineReply & skein.wire.v1.BroadcastOnlineReply.$Shape} BroadcastOnlineReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BroadcastOnlineReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.BroadcastOnlineReply();
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
                                    message.noticeId = value;
                                else
                                    delete message.noticeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.sentAtMs = value;
                                else
                                    delete message.sentAtMs;
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

                return BroadcastOnlineReply;
            })();

            v1.Push = (function() {

                /**
                 * Properties of a Push.
                 * @typedef {Object} skein.wire.v1.Push.$Properties
                 * @property {Array.<Uint8Array>|null} [items] Push items
                 * @property {Array.<Uint8Array>|null} [notices] Push notices
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Push.
                 * @memberof skein.wire.v1
                 * @interface IPush
                 * @augments skein.wire.v1.Push.$Properties
                 * @deprecated Use skein.wire.v1.Push.$Properties instead.
                 */

                /**
                 * Shape of a Push.
                 * @typedef {skein.wire.v1.Push.$Properties} skein.wire.v1.Push.$Shape
                 */

                /**
                 * Constructs a new Push.
                 * @memberof skein.wire.v1
                 * @classdesc message/push, server to client. Acknowledged by a message/push packet with the ack flag, no body, and the sequence of
                 * the newest push received: it acknowledges every push up to it.
                 * @constructor
                 * @param {skein.wire.v1.Push.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Push = function (properties) {
                    this.items = [];
                    this.notices = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Push items.
                 * @member {Array.<Uint8Array>} items
                 * @memberof skein.wire.v1.Push
                 * @instance
                 */
                Push.prototype.items = $util.emptyArray;

                /**
                 * Push notices.
                 * @member {Array.<Uint8Array>} notices
                 * @memberof skein.wire.v1.Push
                 * @instance
                 */
                Push.prototype.notices = $util.emptyArray;

                /**
                 * Encodes the specified Push message. Does not implicitly {@link skein.wire.v1.Push.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Push
                 * @static
                 * @param {skein.wire.v1.Push.$Properties} message Push message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Push.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.items[i]);
                    if (message.notices != null && message.notices.length)
                        for (let i = 0; i < message.notices.length; ++i)
                            writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.notices[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Push message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Push
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Push & skein.wire.v1.Push.$Shape} Push
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Push.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.wire.v1.Push();
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
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push(reader.bytes());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.notices && message.notices.length))
                                    message.notices = [];
                                message.notices.push(reader.bytes());
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

                return Push;
            })();

            v1.Notice = (function() {

                /**
                 * Properties of a Notice.
                 * @typedef {Object} skein.wire.v1.Notice.$Properties
                 * @property {skein.wire.v1.ReadMarked.$Properties|null} [readMarked] Notice readMarked
                 * @property {skein.wire.v1.MessageHidden.$Properties|null} [messageHidden] Notice messageHidden
                 * @property {skein.wire.v1.FriendRequested.$Properties|null} [friendRequested] Notice friendRequested
                 * @property {skein.wire.v1.FriendRequestAnswered.$Properties|null} [friendRequestAnswered] Notice friendRequestAnswered
                 * @property {skein.wire.v1.FriendDeleted.$Properties|null} [friendDeleted] Notice friendDeleted
                 * @property {skein.wire.v1.RemarkSet.$Properties|null} [remarkSet] Notice remarkSet
                 * @property {skein.wire.v1.UserBlocked.$Properties|null} [userBlocked] Notice userBlocked
                 * @property {skein.wire.v1.PrivacyChanged.$Properties|null} [privacyChanged] Notice privacyChanged
                 * @property {skein.wire.v1.UserUnblocked.$Properties|null} [userUnblocked] Notice userUnblocked
                 * @property {skein.wire.v1.OnlineNotified.$Properties|null} [onlineNotified] Notice onlineNotified
                 * @property {"readMarked"|"messageHidden"|"friendRequested"|"friendRequestAnswered"|"friendDeleted"|"remarkSet"|"userBlocked"|"privacyChanged"|"userUnblocked"|"onlineNotified"} [content] Notice content
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Notice.
                 * @memberof skein.wire.v1
                 * @interface INotice
                 * @augments skein.wire.v1.Notice.$Properties
                 * @deprecated Use skein.wire.v1.Notice.$Properties instead.
                 */

                /**
                 * Narrowed shape of a Notice.
                 * @typedef {{
                 *   readMarked?: skein.wire.v1.ReadMarked.$Shape|null;
                 *   messageHidden?: skein.wire.v1.MessageHidden.$Shape|null;
                 *   friendRequested?: skein.wire.v1.FriendRequested.$Shape|null;
                 *   friendRequestAnswered?: skein.wire.v1.FriendRequestAnswered.$Shape|null;
                 *   friendDeleted?: skein.wire.v1.FriendDeleted.$Shape|null;
                 *   remarkSet?: skein.wire.v1.RemarkSet.$Shape|null;
                 *   userBlocked?: skein.wire.v1.UserBlocked.$Shape|null;
                 *   privacyChanged?: skein.wire.v1.PrivacyChanged.$Shape|null;
                 *   userUnblocked?: skein.wire.v1.UserUnblocked.$Shape|null;
                 *   onlineNotified?: skein.wire.v1.OnlineNotified.$Shape|null;
                 *   $unknowns?: Array.<Uint8Array>;
                 * } & (
                 *   ({ content?: undefined; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; userUnblocked?: null; onlineNotified?: null }|{ content?: "readMarked"; readMarked: skein.wire.v1.ReadMarked.$Shape; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; userUnblocked?: null; onlineNotified?: null }|{ content?: "messageHidden"; readMarked?: null; messageHidden: skein.wire.v1.MessageHidden.$Shape; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; userUnblocked?: null; onlineNotified?: null }|{ content?: "friendRequested"; readMarked?: null; messageHidden?: null; friendRequested: skein.wire.v1.FriendRequested.$Shape; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; userUnblocked?: null; onlineNotified?: null }|{ content?: "friendRequestAnswered"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered: skein.wire.v1.FriendRequestAnswered.$Shape; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; userUnblocked?: null; onlineNotified?: null }|{ content?: "friendDeleted"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted: skein.wire.v1.FriendDeleted.$Shape; remarkSet?: null; userBlocked?: null; privacyChanged?: null; userUnblocked?: null; onlineNotified?: null }|{ content?: "remarkSet"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet: skein.wire.v1.RemarkSet.$Shape; userBlocked?: null; privacyChanged?: null; userUnblocked?: null; onlineNotified?: null }|{ content?: "userBlocked"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked: skein.wire.v1.UserBlocked.$Shape; privacyChanged?: null; userUnblocked?: null; onlineNotified?: null }|{ content?: "privacyChanged"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged: skein.wire.v1.PrivacyChanged.$Shape; userUnblocked?: null; onlineNotified?: null }|{ content?: "userUnblocked"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; userUnblocked: skein.wire.v1.UserUnblocked.$Shape; onlineNotified?: null }|{ content?: "onlineNotified"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; userUnblocked?: null; onlineNotified: skein.wire.v1.OnlineNotified.$Shape })
                 * )} skein.wire.v1.Notice.$Shape
                 */

                /**
                 * Constructs a new Notice.
                 * @memberof skein.wire.v1
                 * @classdesc Something that takes no place in a conversation. A notice may be lost: what it tells a user of themselves, the next sync tells too.
                 * @constructor
                 * @param {skein.wire.v1.Notice.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Notice = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Notice readMarked.
                 * @member {skein.wire.v1.ReadMarked.$Properties|null|undefined} readMarked
                 * @memberof skein.wire.v1.Notice
                 * @instance
                 */
                Notice.prototype.readMarked = null;

                /**
                 * Notice messageHidden.
                 * @member {skein.wire.v1.MessageHidden.$Properties|null|undefined} messageHidden
                 * @memberof skein.wire.v1.Notice
                 * @instance
                 */
                Notice.prototype.messageHidden = null;

                /**
                 * Notice friendRequested.
                 * @member {skein.wire.v1.FriendRequested.$Properties|null|undefined} friendRequested
                 * @memberof skein.wire.v1.Notice
                 * @instance
                 */
                Notice.prototype.friendRequested = null;

                /**
                 * Notice friendRequestAnswered.
                 * @member {skein.wire.v1.FriendRequestAnswered.$Properties|null|undefined} friendRequestAnswered
                 * @memberof skein.wire.v1.Notice
                 * @instance
                 */
                Notice.prototype.friendRequestAnswered = null;

                /**
                 * Notice friendDeleted.
                 * @member {skein.wire.v1.FriendDeleted.$Properties|null|undefined} friendDeleted
                 * @memberof skein.wire.v1.Notice
                 * @instance
                 */
                Notice.prototype.friendDeleted = null;

                /**
                 * Notice remarkSet.
                 * @member {skein.wire.v1.RemarkSet.$Properties|null|undefined} remarkSet
                 * @memberof skein.wire.v1.Notice
                 * @instance
                 */
                Notice.prototype.remarkSet = null;

                /**
                 * Notice userBlocked.
                 * @member {skein.wire.v1.UserBlocked.$Properties|null|undefined} userBlocked
                 * @memberof skein.wire.v1.Notice
                 * @instance
                 */
                Notice.prototype.userBlocked = null;

                /**
                 * Notice privacyChanged.
                 * @member {skein.wire.v1.PrivacyChanged.$Properties|null|undefined} privacyChanged
                 * @memberof skein.wire.v1.Notice
                 * @instance
                 */
                Notice.prototype.privacyChanged = null;

                /**
                 * Notice userUnblocked.
                 * @member {skein.wire.v1.UserUnblocked.$Properties|null|undefined} userUnblocked
                 * @memberof skein.wire.v1.Notice
                 * @instance
                 */
                Notice.prototype.userUnblocked = null;

                /**
                 * Notice onlineNotified.
                 * @member {skein.wire.v1.OnlineNotified.$Properties|null|undefined} onlineNotified
                 * @memberof skein.wire.v1.Notice
                 * @instance
                 */
                Notice.prototype.onlineNotified = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                /**
                 * Notice content.
                 * @member {"readMarked"|"messageHidden"|"friendRequested"|"friendRequestAnswered"|"friendDeleted"|"remarkSet"|"userBlocked"|"privacyChanged"|"userUnblocked"|"onlineNotified"|undefined} content
                 * @memberof skein.wire.v1.Notice
                 * @instance
                 */
                $Object.defineProperty(Notice.prototype, "content", {
                    get: $util.oneOfGetter($oneOfFields = ["readMarked", "messageHidden", "friendRequested", "friendRequestAnswered", "friendDeleted", "remarkSet", "userBlocked", "privacyChanged", "userUnblocked", "onlineNotified"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Notice message. Does not implicitly {@link skein.wire.v1.Notice.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Notice
                 * @static
                 * @param {skein.wire.v1.Notice.$Properties} message Notice message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Notice.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.readMarked != null && $Object.hasOwnProperty.call(message, "readMarked"))
                        $root.skein.wire.v1.ReadMarked.encode(message.readMarked, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.messageHidden != null && $Object.hasOwnProperty.call(message, "messageHidden"))
                        $root.skein.wire.v1.MessageHidden.encode(message.messageHidden, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.friendRequested != null && $Object.hasOwnProperty.call(message, "friendRequested"))
                        $root.skein.wire.v1.FriendRequested.encode(message.friendRequested, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.friendRequestAnswered != null && $Object.hasOwnProperty.call(message, "friendRequestAnswered"))
                        $root.skein.wire.v1.FriendRequestAnswered.encode(message.friendRequestAnswered, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.friendDeleted != null && $Object.hasOwnProperty.call(message, "friendDeleted"))
                        $root.skein.wire.v1.FriendDeleted.encode(message.friendDeleted, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.remarkSet != null && $Object.hasOwnProperty.call(message, "remarkSet"))
                        $root.skein.wire.v1.RemarkSet.encode(message.remarkSet, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.userBlocked != null && $Object.hasOwnProperty.call(message, "userBlocked"))
                        $root.skein.wire.v1.UserBlocked.encode(message.userBlocked, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                    if (message.privacyChanged != null && $Object.hasOwnProperty.call(message, "privacyChanged"))
                        $root.skein.wire.v1.PrivacyChanged.encode(message.privacyChanged, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                    if (message.onlineNotified != null && $Object.hasOwnProperty.call(message, "onlineNotified"))
                        $root.skein.wire.v1.OnlineNotified.encode(message.onlineNotified, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
                    if (message.userUnblocked != null && $Object.hasOwnProperty.call(message, "userUnblocked"))
                        $root.skein.wire.v1.UserUnblocked.encode(message.userUnblocked, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Notice message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Notice
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Notice & skein.wire.v1.Notice.$Shape} Notice
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Notice.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.wire.v1.Notice();
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
                                message.readMarked = $root.skein.wire.v1.ReadMarked.decode(reader, reader.size(), $undefined, _depth + 1, message.readMarked);
                                message.content = "readMarked";
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.messageHidden = $root.skein.wire.v1.MessageHidden.decode(reader, reader.size(), $undefined, _depth + 1, message.messageHidden);
                                message.content = "messageHidden";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.friendRequested = $root.skein.wire.v1.FriendRequested.decode(reader, reader.size(), $undefined, _depth + 1, message.friendRequested);
                                message.content = "friendRequested";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.friendRequestAnswered = $root.skein.wire.v1.FriendRequestAnswered.decode(reader, reader.size(), $undefined, _depth + 1, message.friendRequestAnswered);
                                message.content = "friendRequestAnswered";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.friendDeleted = $root.skein.wire.v1.FriendDeleted.decode(reader, reader.size(), $undefined, _depth + 1, message.friendDeleted);
                                message.content = "friendDeleted";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.remarkSet = $root.skein.wire.v1.RemarkSet.decode(reader, reader.size(), $undefined, _depth + 1, message.remarkSet);
                                message.content = "remarkSet";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.userBlocked = $root.skein.wire.v1.UserBlocked.decode(reader, reader.size(), $undefined, _depth + 1, message.userBlocked);
                                message.content = "userBlocked";
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                message.privacyChanged = $root.skein.wire.v1.PrivacyChanged.decode(reader, reader.size(), $undefined, _depth + 1, message.privacyChanged);
                                message.content = "privacyChanged";
                                continue;
                            }
                        case 16: {
                                if (wireType !== 2)
                                    break;
                                message.userUnblocked = $root.skein.wire.v1.UserUnblocked.decode(reader, reader.size(), $undefined, _depth + 1, message.userUnblocked);
                                message.content = "userUnblocked";
                                continue;
                            }
                        case 15: {
                                if (wireType !== 2)
                                    break;
                                message.onlineNotified = $root.skein.wire.v1.OnlineNotified.decode(reader, reader.size(), $undefined, _depth + 1, message.onlineNotified);
                                message.content = "onlineNotified";
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

                return Notice;
            })();

            v1.OnlineNotified = (function() {

                /**
                 * Properties of an OnlineNotified.
                 * @typedef {Object} skein.wire.v1.OnlineNotified.$Properties
                 * @property {string|null} [noticeId] The same however often it comes.
                 * @property {string|null} [senderId] Who; empty for an operator.
                 * @property {number|null} [sentAtMs] OnlineNotified sentAtMs
                 * @property {skein.wire.v1.Body.$Properties|null} [body] OnlineNotified body
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an OnlineNotified.
                 * @memberof skein.wire.v1
                 * @interface IOnlineNotified
                 * @augments skein.wire.v1.OnlineNotified.$Properties
                 * @deprecated Use skein.wire.v1.OnlineNotified.$Properties instead.
                 */

                /**
                 * Shape of an OnlineNotified.
                 * @typedef {skein.wire.v1.OnlineNotified.$Properties} skein.wire.v1.OnlineNotified.$Shape
                 */

                /**
                 * Constructs a new OnlineNotified.
                 * @memberof skein.wire.v1
                 * @classdesc Somebody with the right, or an operator, tells everybody who is connected.
                 * @constructor
                 * @param {skein.wire.v1.OnlineNotified.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const OnlineNotified = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * The same however often it comes.
                 * @member {string} noticeId
                 * @memberof skein.wire.v1.OnlineNotified
                 * @instance
                 */
                OnlineNotified.prototype.noticeId = "";

                /**
                 * Who; empty for an operator.
                 * @member {string} senderId
                 * @memberof skein.wire.v1.OnlineNotified
                 * @instance
                 */
                OnlineNotified.prototype.senderId = "";

                /**
                 * OnlineNotified sentAtMs.
                 * @member {number} sentAtMs
                 * @memberof skein.wire.v1.OnlineNotified
                 * @instance
                 */
                OnlineNotified.prototype.sentAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * OnlineNotified body.
                 * @member {skein.wire.v1.Body.$Properties|null|undefined} body
                 * @memberof skein.wire.v1.OnlineNotified
                 * @instance
                 */
                OnlineNotified.prototype.body = null;

                /**
                 * Encodes the specified OnlineNotified message. Does not implicitly {@link skein.wire.v1.OnlineNotified.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.OnlineNotified
                 * @static
                 * @param {skein.wire.v1.OnlineNotified.$Properties} message OnlineNotified message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                OnlineNotified.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.noticeId != null && $Object.hasOwnProperty.call(message, "noticeId") && message.noticeId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.noticeId);
                    if (message.senderId != null && $Object.hasOwnProperty.call(message, "senderId") && message.senderId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.senderId);
                    if (message.sentAtMs != null && $Object.hasOwnProperty.call(message, "sentAtMs") && (typeof message.sentAtMs === "object" ? message.sentAtMs.low || message.sentAtMs.high : message.sentAtMs !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sentAtMs);
                    if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                        $root.skein.wire.v1.Body.encode(message.body, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an OnlineNotified message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.OnlineNotified
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.OnlineNotified & skein.wire.v1.OnlineNotified.$Shape} OnlineNotified
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                OnlineNotified.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.OnlineNotified();
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
                                    message.noticeId = value;
                                else
                                    delete message.noticeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.senderId = value;
                                else
                                    delete message.senderId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.sentAtMs = value;
                                else
                                    delete message.sentAtMs;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.body = $root.skein.wire.v1.Body.decode(reader, reader.size(), $undefined, _depth + 1, message.body);
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

                return OnlineNotified;
            })();

            v1.MessageHidden = (function() {

                /**
                 * Properties of a MessageHidden.
                 * @typedef {Object} skein.wire.v1.MessageHidden.$Properties
                 * @property {string|null} [conversationId] MessageHidden conversationId
                 * @property {number|null} [seq] MessageHidden seq
                 * @property {number|null} [ordinal] Its ordinal: it is not unread any more for this user.
                 * @property {string|null} [messageId] MessageHidden messageId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MessageHidden.
                 * @memberof skein.wire.v1
                 * @interface IMessageHidden
                 * @augments skein.wire.v1.MessageHidden.$Properties
                 * @deprecated Use skein.wire.v1.MessageHidden.$Properties instead.
                 */

                /**
                 * Shape of a MessageHidden.
                 * @typedef {skein.wire.v1.MessageHidden.$Properties} skein.wire.v1.MessageHidden.$Shape
                 */

                /**
                 * Constructs a new MessageHidden.
                 * @memberof skein.wire.v1
                 * @classdesc This user deleted a message for themselves, on whichever of their devices.
                 * @constructor
                 * @param {skein.wire.v1.MessageHidden.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MessageHidden = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MessageHidden conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.MessageHidden
                 * @instance
                 */
                MessageHidden.prototype.conversationId = "";

                /**
                 * MessageHidden seq.
                 * @member {number} seq
                 * @memberof skein.wire.v1.MessageHidden
                 * @instance
                 */
                MessageHidden.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Its ordinal: it is not unread any more for this user.
                 * @member {number} ordinal
                 * @memberof skein.wire.v1.MessageHidden
                 * @instance
                 */
                MessageHidden.prototype.ordinal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * MessageHidden messageId.
                 * @member {string} messageId
                 * @memberof skein.wire.v1.MessageHidden
                 * @instance
                 */
                MessageHidden.prototype.messageId = "";

                /**
                 * Encodes the specified MessageHidden message. Does not implicitly {@link skein.wire.v1.MessageHidden.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MessageHidden
                 * @static
                 * @param {skein.wire.v1.MessageHidden.$Properties} message MessageHidden message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MessageHidden.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.seq);
                    if (message.ordinal != null && $Object.hasOwnProperty.call(message, "ordinal") && (typeof message.ordinal === "object" ? message.ordinal.low || message.ordinal.high : message.ordinal !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.ordinal);
                    if (message.messageId != null && $Object.hasOwnProperty.call(message, "messageId") && message.messageId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.messageId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MessageHidden message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MessageHidden
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MessageHidden & skein.wire.v1.MessageHidden.$Shape} MessageHidden
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MessageHidden.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MessageHidden();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seq = value;
                                else
                                    delete message.seq;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.ordinal = value;
                                else
                                    delete message.ordinal;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.messageId = value;
                                else
                                    delete message.messageId;
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

                return MessageHidden;
            })();

            v1.FriendRequested = (function() {

                /**
                 * Properties of a FriendRequested.
                 * @typedef {Object} skein.wire.v1.FriendRequested.$Properties
                 * @property {string|null} [conversationId] FriendRequested conversationId
                 * @property {string|null} [userId] Who asked.
                 * @property {string|null} [requestText] FriendRequested requestText
                 * @property {number|null} [askedAtMs] Milliseconds since the epoch.
                 * @property {number|null} [expiresAtMs] FriendRequested expiresAtMs
                 * @property {boolean|null} [befriends] The other had asked too: they are friends now.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FriendRequested.
                 * @memberof skein.wire.v1
                 * @interface IFriendRequested
                 * @augments skein.wire.v1.FriendRequested.$Properties
                 * @deprecated Use skein.wire.v1.FriendRequested.$Properties instead.
                 */

                /**
                 * Shape of a FriendRequested.
                 * @typedef {skein.wire.v1.FriendRequested.$Properties} skein.wire.v1.FriendRequested.$Shape
                 */

                /**
                 * Constructs a new FriendRequested.
                 * @memberof skein.wire.v1
                 * @classdesc A user asked the other of a direct conversation to be friends.
                 * @constructor
                 * @param {skein.wire.v1.FriendRequested.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FriendRequested = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FriendRequested conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.FriendRequested
                 * @instance
                 */
                FriendRequested.prototype.conversationId = "";

                /**
                 * Who asked.
                 * @member {string} userId
                 * @memberof skein.wire.v1.FriendRequested
                 * @instance
                 */
                FriendRequested.prototype.userId = "";

                /**
                 * FriendRequested requestText.
                 * @member {string} requestText
                 * @memberof skein.wire.v1.FriendRequested
                 * @instance
                 */
                FriendRequested.prototype.requestText = "";

                /**
                 * Milliseconds since the epoch.
                 * @member {number} askedAtMs
                 * @memberof skein.wire.v1.FriendRequested
                 * @instance
                 */
                FriendRequested.prototype.askedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * FriendRequested expiresAtMs.
                 * @member {number} expiresAtMs
                 * @memberof skein.wire.v1.FriendRequested
                 * @instance
                 */
                FriendRequested.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * The other had asked too: they are friends now.
                 * @member {boolean} befriends
                 * @memberof skein.wire.v1.FriendRequested
                 * @instance
                 */
                FriendRequested.prototype.befriends = false;

                /**
                 * Encodes the specified FriendRequested message. Does not implicitly {@link skein.wire.v1.FriendRequested.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.FriendRequested
                 * @static
                 * @param {skein.wire.v1.FriendRequested.$Properties} message FriendRequested message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FriendRequested.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.userId);
                    if (message.requestText != null && $Object.hasOwnProperty.call(message, "requestText") && message.requestText !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.requestText);
                    if (message.askedAtMs != null && $Object.hasOwnProperty.call(message, "askedAtMs") && (typeof message.askedAtMs === "object" ? message.askedAtMs.low || message.askedAtMs.high : message.askedAtMs !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.askedAtMs);
                    if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.expiresAtMs);
                    if (message.befriends != null && $Object.hasOwnProperty.call(message, "befriends") && message.befriends !== false)
                        writer.uint32(/* id 6, wireType 0 =*/48).bool(message.befriends);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FriendRequested message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.FriendRequested
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendRequested & skein.wire.v1.FriendRequested.$Shape} FriendRequested
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FriendRequested.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.FriendRequested();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.userId = value;
                                else
                                    delete message.userId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.requestText = value;
                                else
                                    delete message.requestText;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.askedAtMs = value;
                                else
                                    delete message.askedAtMs;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresAtMs = value;
                                else
                                    delete message.expiresAtMs;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.befriends = value;
                                else
                                    delete message.befriends;
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

                return FriendRequested;
            })();

            v1.FriendRequestAnswered = (function() {

                /**
                 * Properties of a FriendRequestAnswered.
                 * @typedef {Object} skein.wire.v1.FriendRequestAnswered.$Properties
                 * @property {string|null} [conversationId] FriendRequestAnswered conversationId
                 * @property {string|null} [userId] Who answered.
                 * @property {boolean|null} [accepted] FriendRequestAnswered accepted
                 * @property {number|null} [atMs] Milliseconds since the epoch.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FriendRequestAnswered.
                 * @memberof skein.wire.v1
                 * @interface IFriendRequestAnswered
                 * @augments skein.wire.v1.FriendRequestAnswered.$Properties
                 * @deprecated Use skein.wire.v1.FriendRequestAnswered.$Properties instead.
                 */

                /**
                 * Shape of a FriendRequestAnswered.
                 * @typedef {skein.wire.v1.FriendRequestAnswered.$Properties} skein.wire.v1.FriendRequestAnswered.$Shape
                 */

                /**
                 * Constructs a new FriendRequestAnswered.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a FriendRequestAnswered.
                 * @constructor
                 * @param {skein.wire.v1.FriendRequestAnswered.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FriendRequestAnswered = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FriendRequestAnswered conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.FriendRequestAnswered
                 * @instance
                 */
                FriendRequestAnswered.prototype.conversationId = "";

                /**
                 * Who answered.
                 * @member {string} userId
                 * @memberof skein.wire.v1.FriendRequestAnswered
                 * @instance
                 */
                FriendRequestAnswered.prototype.userId = "";

                /**
                 * FriendRequestAnswered accepted.
                 * @member {boolean} accepted
                 * @memberof skein.wire.v1.FriendRequestAnswered
                 * @instance
                 */
                FriendRequestAnswered.prototype.accepted = false;

                /**
                 * Milliseconds since the epoch.
                 * @member {number} atMs
                 * @memberof skein.wire.v1.FriendRequestAnswered
                 * @instance
                 */
                FriendRequestAnswered.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified FriendRequestAnswered message. Does not implicitly {@link skein.wire.v1.FriendRequestAnswered.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.FriendRequestAnswered
                 * @static
                 * @param {skein.wire.v1.FriendRequestAnswered.$Properties} message FriendRequestAnswered message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FriendRequestAnswered.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.userId);
                    if (message.accepted != null && $Object.hasOwnProperty.call(message, "accepted") && message.accepted !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.accepted);
                    if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.atMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FriendRequestAnswered message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.FriendRequestAnswered
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendRequestAnswered & skein.wire.v1.FriendRequestAnswered.$Shape} FriendRequestAnswered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FriendRequestAnswered.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.FriendRequestAnswered();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.userId = value;
                                else
                                    delete message.userId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.accepted = value;
                                else
                                    delete message.accepted;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.atMs = value;
                                else
                                    delete message.atMs;
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

                return FriendRequestAnswered;
            })();

            v1.FriendDeleted = (function() {

                /**
                 * Properties of a FriendDeleted.
                 * @typedef {Object} skein.wire.v1.FriendDeleted.$Properties
                 * @property {string|null} [conversationId] FriendDeleted conversationId
                 * @property {string|null} [userId] Who did it.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FriendDeleted.
                 * @memberof skein.wire.v1
                 * @interface IFriendDeleted
                 * @augments skein.wire.v1.FriendDeleted.$Properties
                 * @deprecated Use skein.wire.v1.FriendDeleted.$Properties instead.
                 */

                /**
                 * Shape of a FriendDeleted.
                 * @typedef {skein.wire.v1.FriendDeleted.$Properties} skein.wire.v1.FriendDeleted.$Shape
                 */

                /**
                 * Constructs a new FriendDeleted.
                 * @memberof skein.wire.v1
                 * @classdesc Two are friends no more, or a request was taken back.
                 * @constructor
                 * @param {skein.wire.v1.FriendDeleted.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FriendDeleted = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FriendDeleted conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.FriendDeleted
                 * @instance
                 */
                FriendDeleted.prototype.conversationId = "";

                /**
                 * Who did it.
                 * @member {string} userId
                 * @memberof skein.wire.v1.FriendDeleted
                 * @instance
                 */
                FriendDeleted.prototype.userId = "";

                /**
                 * Encodes the specified FriendDeleted message. Does not implicitly {@link skein.wire.v1.FriendDeleted.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.FriendDeleted
                 * @static
                 * @param {skein.wire.v1.FriendDeleted.$Properties} message FriendDeleted message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FriendDeleted.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.userId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FriendDeleted message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.FriendDeleted
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendDeleted & skein.wire.v1.FriendDeleted.$Shape} FriendDeleted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FriendDeleted.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.FriendDeleted();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.userId = value;
                                else
                                    delete message.userId;
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

                return FriendDeleted;
            })();

            v1.RemarkSet = (function() {

                /**
                 * Properties of a RemarkSet.
                 * @typedef {Object} skein.wire.v1.RemarkSet.$Properties
                 * @property {string|null} [conversationId] RemarkSet conversationId
                 * @property {string|null} [remark] RemarkSet remark
                 * @property {Array.<string>|null} [tags] RemarkSet tags
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RemarkSet.
                 * @memberof skein.wire.v1
                 * @interface IRemarkSet
                 * @augments skein.wire.v1.RemarkSet.$Properties
                 * @deprecated Use skein.wire.v1.RemarkSet.$Properties instead.
                 */

                /**
                 * Shape of a RemarkSet.
                 * @typedef {skein.wire.v1.RemarkSet.$Properties} skein.wire.v1.RemarkSet.$Shape
                 */

                /**
                 * Constructs a new RemarkSet.
                 * @memberof skein.wire.v1
                 * @classdesc This user calls another otherwise; nobody else is told.
                 * @constructor
                 * @param {skein.wire.v1.RemarkSet.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RemarkSet = function (properties) {
                    this.tags = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RemarkSet conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.RemarkSet
                 * @instance
                 */
                RemarkSet.prototype.conversationId = "";

                /**
                 * RemarkSet remark.
                 * @member {string} remark
                 * @memberof skein.wire.v1.RemarkSet
                 * @instance
                 */
                RemarkSet.prototype.remark = "";

                /**
                 * RemarkSet tags.
                 * @member {Array.<string>} tags
                 * @memberof skein.wire.v1.RemarkSet
                 * @instance
                 */
                RemarkSet.prototype.tags = $util.emptyArray;

                /**
                 * Encodes the specified RemarkSet message. Does not implicitly {@link skein.wire.v1.RemarkSet.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.RemarkSet
                 * @static
                 * @param {skein.wire.v1.RemarkSet.$Properties} message RemarkSet message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RemarkSet.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.remark != null && $Object.hasOwnProperty.call(message, "remark") && message.remark !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.remark);
                    if (message.tags != null && message.tags.length)
                        for (let i = 0; i < message.tags.length; ++i)
                            writer.uint32(/* id 3, wireType 2 =*/26).string(message.tags[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RemarkSet message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.RemarkSet
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RemarkSet & skein.wire.v1.RemarkSet.$Shape} RemarkSet
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RemarkSet.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.RemarkSet();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.remark = value;
                                else
                                    delete message.remark;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.tags && message.tags.length))
                                    message.tags = [];
                                message.tags.push(reader.stringVerify());
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

                return RemarkSet;
            })();

            v1.UserBlocked = (function() {

                /**
                 * Properties of a UserBlocked.
                 * @typedef {Object} skein.wire.v1.UserBlocked.$Properties
                 * @property {string|null} [conversationId] UserBlocked conversationId
                 * @property {number|null} [atMs] Milliseconds since the epoch.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a UserBlocked.
                 * @memberof skein.wire.v1
                 * @interface IUserBlocked
                 * @augments skein.wire.v1.UserBlocked.$Properties
                 * @deprecated Use skein.wire.v1.UserBlocked.$Properties instead.
                 */

                /**
                 * Shape of a UserBlocked.
                 * @typedef {skein.wire.v1.UserBlocked.$Properties} skein.wire.v1.UserBlocked.$Shape
                 */

                /**
                 * Constructs a new UserBlocked.
                 * @memberof skein.wire.v1
                 * @classdesc This user blocked another; nobody else is told.
                 * @constructor
                 * @param {skein.wire.v1.UserBlocked.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const UserBlocked = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * UserBlocked conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.UserBlocked
                 * @instance
                 */
                UserBlocked.prototype.conversationId = "";

                /**
                 * Milliseconds since the epoch.
                 * @member {number} atMs
                 * @memberof skein.wire.v1.UserBlocked
                 * @instance
                 */
                UserBlocked.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified UserBlocked message. Does not implicitly {@link skein.wire.v1.UserBlocked.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.UserBlocked
                 * @static
                 * @param {skein.wire.v1.UserBlocked.$Properties} message UserBlocked message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                UserBlocked.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.atMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a UserBlocked message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.UserBlocked
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UserBlocked & skein.wire.v1.UserBlocked.$Shape} UserBlocked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                UserBlocked.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.UserBlocked();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.atMs = value;
                                else
                                    delete message.atMs;
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

                return UserBlocked;
            })();

            v1.UserUnblocked = (function() {

                /**
                 * Properties of a UserUnblocked.
                 * @typedef {Object} skein.wire.v1.UserUnblocked.$Properties
                 * @property {string|null} [conversationId] UserUnblocked conversationId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a UserUnblocked.
                 * @memberof skein.wire.v1
                 * @interface IUserUnblocked
                 * @augments skein.wire.v1.UserUnblocked.$Properties
                 * @deprecated Use skein.wire.v1.UserUnblocked.$Properties instead.
                 */

                /**
                 * Shape of a UserUnblocked.
                 * @typedef {skein.wire.v1.UserUnblocked.$Properties} skein.wire.v1.UserUnblocked.$Shape
                 */

                /**
                 * Constructs a new UserUnblocked.
                 * @memberof skein.wire.v1
                 * @classdesc This user blocks another no more; nobody else is told.
                 * @constructor
                 * @param {skein.wire.v1.UserUnblocked.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const UserUnblocked = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * UserUnblocked conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.UserUnblocked
                 * @instance
                 */
                UserUnblocked.prototype.conversationId = "";

                /**
                 * Encodes the specified UserUnblocked message. Does not implicitly {@link skein.wire.v1.UserUnblocked.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.UserUnblocked
                 * @static
                 * @param {skein.wire.v1.UserUnblocked.$Properties} message UserUnblocked message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                UserUnblocked.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a UserUnblocked message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.UserUnblocked
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UserUnblocked & skein.wire.v1.UserUnblocked.$Shape} UserUnblocked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                UserUnblocked.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.UserUnblocked();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
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

                return UserUnblocked;
            })();

            v1.PrivacyChanged = (function() {

                /**
                 * Properties of a PrivacyChanged.
                 * @typedef {Object} skein.wire.v1.PrivacyChanged.$Properties
                 * @property {string|null} [write] PrivacyChanged write
                 * @property {string|null} [add] PrivacyChanged add
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a PrivacyChanged.
                 * @memberof skein.wire.v1
                 * @interface IPrivacyChanged
                 * @augments skein.wire.v1.PrivacyChanged.$Properties
                 * @deprecated Use skein.wire.v1.PrivacyChanged.$Properties instead.
                 */

                /**
                 * Shape of a PrivacyChanged.
                 * @typedef {skein.wire.v1.PrivacyChanged.$Properties} skein.wire.v1.PrivacyChanged.$Shape
                 */

                /**
                 * Constructs a new PrivacyChanged.
                 * @memberof skein.wire.v1
                 * @classdesc Others may reach this user otherwise than before; nobody else is told.
                 * @constructor
                 * @param {skein.wire.v1.PrivacyChanged.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const PrivacyChanged = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * PrivacyChanged write.
                 * @member {string} write
                 * @memberof skein.wire.v1.PrivacyChanged
                 * @instance
                 */
                PrivacyChanged.prototype.write = "";

                /**
                 * PrivacyChanged add.
                 * @member {string} add
                 * @memberof skein.wire.v1.PrivacyChanged
                 * @instance
                 */
                PrivacyChanged.prototype.add = "";

                /**
                 * Encodes the specified PrivacyChanged message. Does not implicitly {@link skein.wire.v1.PrivacyChanged.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.PrivacyChanged
                 * @static
                 * @param {skein.wire.v1.PrivacyChanged.$Properties} message PrivacyChanged message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                PrivacyChanged.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.write != null && $Object.hasOwnProperty.call(message, "write") && message.write !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.write);
                    if (message.add != null && $Object.hasOwnProperty.call(message, "add") && message.add !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.add);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a PrivacyChanged message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.PrivacyChanged
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.PrivacyChanged & skein.wire.v1.PrivacyChanged.$Shape} PrivacyChanged
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                PrivacyChanged.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.PrivacyChanged();
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
                                    message.write = value;
                                else
                                    delete message.write;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.add = value;
                                else
                                    delete message.add;
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

                return PrivacyChanged;
            })();

            v1.ReadMarked = (function() {

                /**
                 * Properties of a ReadMarked.
                 * @typedef {Object} skein.wire.v1.ReadMarked.$Properties
                 * @property {string|null} [conversationId] ReadMarked conversationId
                 * @property {string|null} [userId] ReadMarked userId
                 * @property {number|null} [ordinal] ReadMarked ordinal
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReadMarked.
                 * @memberof skein.wire.v1
                 * @interface IReadMarked
                 * @augments skein.wire.v1.ReadMarked.$Properties
                 * @deprecated Use skein.wire.v1.ReadMarked.$Properties instead.
                 */

                /**
                 * Shape of a ReadMarked.
                 * @typedef {skein.wire.v1.ReadMarked.$Properties} skein.wire.v1.ReadMarked.$Shape
                 */

                /**
                 * Constructs a new ReadMarked.
                 * @memberof skein.wire.v1
                 * @classdesc The read marker of one user in one conversation: told to their other devices, and in a direct conversation to the other user.
                 * @constructor
                 * @param {skein.wire.v1.ReadMarked.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReadMarked = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReadMarked conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.ReadMarked
                 * @instance
                 */
                ReadMarked.prototype.conversationId = "";

                /**
                 * ReadMarked userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.ReadMarked
                 * @instance
                 */
                ReadMarked.prototype.userId = "";

                /**
                 * ReadMarked ordinal.
                 * @member {number} ordinal
                 * @memberof skein.wire.v1.ReadMarked
                 * @instance
                 */
                ReadMarked.prototype.ordinal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified ReadMarked message. Does not implicitly {@link skein.wire.v1.ReadMarked.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.ReadMarked
                 * @static
                 * @param {skein.wire.v1.ReadMarked.$Properties} message ReadMarked message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReadMarked.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.userId);
                    if (message.ordinal != null && $Object.hasOwnProperty.call(message, "ordinal") && (typeof message.ordinal === "object" ? message.ordinal.low || message.ordinal.high : message.ordinal !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.ordinal);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReadMarked message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.ReadMarked
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.ReadMarked & skein.wire.v1.ReadMarked.$Shape} ReadMarked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReadMarked.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.ReadMarked();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.userId = value;
                                else
                                    delete message.userId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.ordinal = value;
                                else
                                    delete message.ordinal;
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

                return ReadMarked;
            })();

            v1.HistoryRequest = (function() {

                /**
                 * Properties of a HistoryRequest.
                 * @typedef {Object} skein.wire.v1.HistoryRequest.$Properties
                 * @property {string|null} [conversationId] HistoryRequest conversationId
                 * @property {number|null} [beforeSeq] HistoryRequest beforeSeq
                 * @property {number|null} [afterSeq] HistoryRequest afterSeq
                 * @property {number|null} [limit] 0 for the server's default.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a HistoryRequest.
                 * @memberof skein.wire.v1
                 * @interface IHistoryRequest
                 * @augments skein.wire.v1.HistoryRequest.$Properties
                 * @deprecated Use skein.wire.v1.HistoryRequest.$Properties instead.
                 */

                /**
                 * Shape of a HistoryRequest.
                 * @typedef {skein.wire.v1.HistoryRequest.$Properties} skein.wire.v1.HistoryRequest.$Shape
                 */

                /**
                 * Constructs a new HistoryRequest.
                 * @memberof skein.wire.v1
                 * @classdesc message/history, client to server: items with after_seq < seq < before_seq, ascending. With after_seq 0 the newest
                 * such items are answered, else the oldest; before_seq 0 sets no upper bound.
                 * @constructor
                 * @param {skein.wire.v1.HistoryRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const HistoryRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * HistoryRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.HistoryRequest
                 * @instance
                 */
                HistoryRequest.prototype.conversationId = "";

                /**
                 * HistoryRequest beforeSeq.
                 * @member {number} beforeSeq
                 * @memberof skein.wire.v1.HistoryRequest
                 * @instance
                 */
                HistoryRequest.prototype.beforeSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * HistoryRequest afterSeq.
                 * @member {number} afterSeq
                 * @memberof skein.wire.v1.HistoryRequest
                 * @instance
                 */
                HistoryRequest.prototype.afterSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * 0 for the server's default.
                 * @member {number} limit
                 * @memberof skein.wire.v1.HistoryRequest
                 * @instance
                 */
                HistoryRequest.prototype.limit = 0;

                /**
                 * Encodes the specified HistoryRequest message. Does not implicitly {@link skein.wire.v1.HistoryRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.HistoryRequest
                 * @static
                 * @param {skein.wire.v1.HistoryRequest.$Properties} message HistoryRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                HistoryRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.beforeSeq != null && $Object.hasOwnProperty.call(message, "beforeSeq") && (typeof message.beforeSeq === "object" ? message.beforeSeq.low || message.beforeSeq.high : message.beforeSeq !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.beforeSeq);
                    if (message.afterSeq != null && $Object.hasOwnProperty.call(message, "afterSeq") && (typeof message.afterSeq === "object" ? message.afterSeq.low || message.afterSeq.high : message.afterSeq !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.afterSeq);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.limit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a HistoryRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.HistoryRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.HistoryRequest & skein.wire.v1.HistoryRequest.$Shape} HistoryRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                HistoryRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.HistoryRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.beforeSeq = value;
                                else
                                    delete message.beforeSeq;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.afterSeq = value;
                                else
                                    delete message.afterSeq;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.limit = value;
                                else
                                    delete message.limit;
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

                return HistoryRequest;
            })();

            v1.HistoryReply = (function() {

                /**
                 * Properties of a HistoryReply.
                 * @typedef {Object} skein.wire.v1.HistoryReply.$Properties
                 * @property {Array.<Uint8Array>|null} [items] HistoryReply items
                 * @property {boolean|null} [more] There are more items in the direction of the page.
                 * @property {number|null} [viewSeq] How far the views had come with what this user may see: a seq up to here that lies in the range and is in no page, they may not see.
                 * What lies beyond, the views do not know yet.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a HistoryReply.
                 * @memberof skein.wire.v1
                 * @interface IHistoryReply
                 * @augments skein.wire.v1.HistoryReply.$Properties
                 * @deprecated Use skein.wire.v1.HistoryReply.$Properties instead.
                 */

                /**
                 * Shape of a HistoryReply.
                 * @typedef {skein.wire.v1.HistoryReply.$Properties} skein.wire.v1.HistoryReply.$Shape
                 */

                /**
                 * Constructs a new HistoryReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a HistoryReply.
                 * @constructor
                 * @param {skein.wire.v1.HistoryReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const HistoryReply = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * HistoryReply items.
                 * @member {Array.<Uint8Array>} items
                 * @memberof skein.wire.v1.HistoryReply
                 * @instance
                 */
                HistoryReply.prototype.items = $util.emptyArray;

                /**
                 * There are more items in the direction of the page.
                 * @member {boolean} more
                 * @memberof skein.wire.v1.HistoryReply
                 * @instance
                 */
                HistoryReply.prototype.more = false;

                /**
                 * How far the views had come with what this user may see: a seq up to here that lies in the range and is in no page, they may not see.
                 * What lies beyond, the views do not know yet.
                 * @member {number} viewSeq
                 * @memberof skein.wire.v1.HistoryReply
                 * @instance
                 */
                HistoryReply.prototype.viewSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified HistoryReply message. Does not implicitly {@link skein.wire.v1.HistoryReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.HistoryReply
                 * @static
                 * @param {skein.wire.v1.HistoryReply.$Properties} message HistoryReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                HistoryReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.items[i]);
                    if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                    if (message.viewSeq != null && $Object.hasOwnProperty.call(message, "viewSeq") && (typeof message.viewSeq === "object" ? message.viewSeq.low || message.viewSeq.high : message.viewSeq !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.viewSeq);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a HistoryReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.HistoryReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.HistoryReply & skein.wire.v1.HistoryReply.$Shape} HistoryReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                HistoryReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.HistoryReply();
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
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push(reader.bytes());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.more = value;
                                else
                                    delete message.more;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.viewSeq = value;
                                else
                                    delete message.viewSeq;
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

                return HistoryReply;
            })();

            v1.EditsRequest = (function() {

                /**
                 * Properties of an EditsRequest.
                 * @typedef {Object} skein.wire.v1.EditsRequest.$Properties
                 * @property {string|null} [conversationId] EditsRequest conversationId
                 * @property {number|null} [seq] EditsRequest seq
                 * @property {number|null} [fromVersion] 0 for the message as it was sent; the version of an item is its edits.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EditsRequest.
                 * @memberof skein.wire.v1
                 * @interface IEditsRequest
                 * @augments skein.wire.v1.EditsRequest.$Properties
                 * @deprecated Use skein.wire.v1.EditsRequest.$Properties instead.
                 */

                /**
                 * Shape of an EditsRequest.
                 * @typedef {skein.wire.v1.EditsRequest.$Properties} skein.wire.v1.EditsRequest.$Shape
                 */

                /**
                 * Constructs a new EditsRequest.
                 * @memberof skein.wire.v1
                 * @classdesc message/edits, client to server: earlier versions of a message, for whoever may see it, from this one on.
                 * @constructor
                 * @param {skein.wire.v1.EditsRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EditsRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * EditsRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.EditsRequest
                 * @instance
                 */
                EditsRequest.prototype.conversationId = "";

                /**
                 * EditsRequest seq.
                 * @member {number} seq
                 * @memberof skein.wire.v1.EditsRequest
                 * @instance
                 */
                EditsRequest.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * 0 for the message as it was sent; the version of an item is its edits.
                 * @member {number} fromVersion
                 * @memberof skein.wire.v1.EditsRequest
                 * @instance
                 */
                EditsRequest.prototype.fromVersion = 0;

                /**
                 * Encodes the specified EditsRequest message. Does not implicitly {@link skein.wire.v1.EditsRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.EditsRequest
                 * @static
                 * @param {skein.wire.v1.EditsRequest.$Properties} message EditsRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EditsRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.seq);
                    if (message.fromVersion != null && $Object.hasOwnProperty.call(message, "fromVersion") && message.fromVersion !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.fromVersion);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EditsRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.EditsRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.EditsRequest & skein.wire.v1.EditsRequest.$Shape} EditsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EditsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.EditsRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seq = value;
                                else
                                    delete message.seq;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.fromVersion = value;
                                else
                                    delete message.fromVersion;
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

                return EditsRequest;
            })();

            v1.EditsReply = (function() {

                /**
                 * Properties of an EditsReply.
                 * @typedef {Object} skein.wire.v1.EditsReply.$Properties
                 * @property {Array.<Uint8Array>|null} [items] The message as it stood before each edit, oldest first, each at the message's own seq. As it stands now it is in history.
                 * @property {boolean|null} [more] There are later ones: ask from the version behind the last.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EditsReply.
                 * @memberof skein.wire.v1
                 * @interface IEditsReply
                 * @augments skein.wire.v1.EditsReply.$Properties
                 * @deprecated Use skein.wire.v1.EditsReply.$Properties instead.
                 */

                /**
                 * Shape of an EditsReply.
                 * @typedef {skein.wire.v1.EditsReply.$Properties} skein.wire.v1.EditsReply.$Shape
                 */

                /**
                 * Constructs a new EditsReply.
                 * @memberof skein.wire.v1
                 * @classdesc message/edits, answer. Of a message that was taken away, or that the reader deleted for themselves, there are none.
                 * @constructor
                 * @param {skein.wire.v1.EditsReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EditsReply = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * The message as it stood before each edit, oldest first, each at the message's own seq. As it stands now it is in history.
                 * @member {Array.<Uint8Array>} items
                 * @memberof skein.wire.v1.EditsReply
                 * @instance
                 */
                EditsReply.prototype.items = $util.emptyArray;

                /**
                 * There are later ones: ask from the version behind the last.
                 * @member {boolean} more
                 * @memberof skein.wire.v1.EditsReply
                 * @instance
                 */
                EditsReply.prototype.more = false;

                /**
                 * Encodes the specified EditsReply message. Does not implicitly {@link skein.wire.v1.EditsReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.EditsReply
                 * @static
                 * @param {skein.wire.v1.EditsReply.$Properties} message EditsReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EditsReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.items[i]);
                    if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EditsReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.EditsReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.EditsReply & skein.wire.v1.EditsReply.$Shape} EditsReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EditsReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.EditsReply();
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
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push(reader.bytes());
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.more = value;
                                else
                                    delete message.more;
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

                return EditsReply;
            })();

            v1.MarkReadRequest = (function() {

                /**
                 * Properties of a MarkReadRequest.
                 * @typedef {Object} skein.wire.v1.MarkReadRequest.$Properties
                 * @property {string|null} [conversationId] MarkReadRequest conversationId
                 * @property {number|null} [ordinal] MarkReadRequest ordinal
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MarkReadRequest.
                 * @memberof skein.wire.v1
                 * @interface IMarkReadRequest
                 * @augments skein.wire.v1.MarkReadRequest.$Properties
                 * @deprecated Use skein.wire.v1.MarkReadRequest.$Properties instead.
                 */

                /**
                 * Shape of a MarkReadRequest.
                 * @typedef {skein.wire.v1.MarkReadRequest.$Properties} skein.wire.v1.MarkReadRequest.$Shape
                 */

                /**
                 * Constructs a new MarkReadRequest.
                 * @memberof skein.wire.v1
                 * @classdesc message/mark-read, client to server.
                 * @constructor
                 * @param {skein.wire.v1.MarkReadRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MarkReadRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * MarkReadRequest conversationId.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.MarkReadRequest
                 * @instance
                 */
                MarkReadRequest.prototype.conversationId = "";

                /**
                 * MarkReadRequest ordinal.
                 * @member {number} ordinal
                 * @memberof skein.wire.v1.MarkReadRequest
                 * @instance
                 */
                MarkReadRequest.prototype.ordinal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified MarkReadRequest message. Does not implicitly {@link skein.wire.v1.MarkReadRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MarkReadRequest
                 * @static
                 * @param {skein.wire.v1.MarkReadRequest.$Properties} message MarkReadRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MarkReadRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.ordinal != null && $Object.hasOwnProperty.call(message, "ordinal") && (typeof message.ordinal === "object" ? message.ordinal.low || message.ordinal.high : message.ordinal !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.ordinal);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MarkReadRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MarkReadRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MarkReadRequest & skein.wire.v1.MarkReadRequest.$Shape} MarkReadRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MarkReadRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MarkReadRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.ordinal = value;
                                else
                                    delete message.ordinal;
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

                return MarkReadRequest;
            })();

            v1.MarkReadReply = (function() {

                /**
                 * Properties of a MarkReadReply.
                 * @typedef {Object} skein.wire.v1.MarkReadReply.$Properties
                 * @property {number|null} [ordinal] Where the read marker stands now.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a MarkReadReply.
                 * @memberof skein.wire.v1
                 * @interface IMarkReadReply
                 * @augments skein.wire.v1.MarkReadReply.$Properties
                 * @deprecated Use skein.wire.v1.MarkReadReply.$Properties instead.
                 */

                /**
                 * Shape of a MarkReadReply.
                 * @typedef {skein.wire.v1.MarkReadReply.$Properties} skein.wire.v1.MarkReadReply.$Shape
                 */

                /**
                 * Constructs a new MarkReadReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a MarkReadReply.
                 * @constructor
                 * @param {skein.wire.v1.MarkReadReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const MarkReadReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Where the read marker stands now.
                 * @member {number} ordinal
                 * @memberof skein.wire.v1.MarkReadReply
                 * @instance
                 */
                MarkReadReply.prototype.ordinal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified MarkReadReply message. Does not implicitly {@link skein.wire.v1.MarkReadReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.MarkReadReply
                 * @static
                 * @param {skein.wire.v1.MarkReadReply.$Properties} message MarkReadReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                MarkReadReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.ordinal != null && $Object.hasOwnProperty.call(message, "ordinal") && (typeof message.ordinal === "object" ? message.ordinal.low || message.ordinal.high : message.ordinal !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.ordinal);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a MarkReadReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.MarkReadReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MarkReadReply & skein.wire.v1.MarkReadReply.$Shape} MarkReadReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                MarkReadReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.MarkReadReply();
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.ordinal = value;
                                else
                                    delete message.ordinal;
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

                return MarkReadReply;
            })();

            v1.UserProfile = (function() {

                /**
                 * Properties of a UserProfile.
                 * @typedef {Object} skein.wire.v1.UserProfile.$Properties
                 * @property {string|null} [userId] UserProfile userId
                 * @property {string|null} [userName] UserProfile userName
                 * @property {string|null} [displayName] UserProfile displayName
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a UserProfile.
                 * @memberof skein.wire.v1
                 * @interface IUserProfile
                 * @augments skein.wire.v1.UserProfile.$Properties
                 * @deprecated Use skein.wire.v1.UserProfile.$Properties instead.
                 */

                /**
                 * Shape of a UserProfile.
                 * @typedef {skein.wire.v1.UserProfile.$Properties} skein.wire.v1.UserProfile.$Shape
                 */

                /**
                 * Constructs a new UserProfile.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a UserProfile.
                 * @constructor
                 * @param {skein.wire.v1.UserProfile.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const UserProfile = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * UserProfile userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.UserProfile
                 * @instance
                 */
                UserProfile.prototype.userId = "";

                /**
                 * UserProfile userName.
                 * @member {string} userName
                 * @memberof skein.wire.v1.UserProfile
                 * @instance
                 */
                UserProfile.prototype.userName = "";

                /**
                 * UserProfile displayName.
                 * @member {string} displayName
                 * @memberof skein.wire.v1.UserProfile
                 * @instance
                 */
                UserProfile.prototype.displayName = "";

                /**
                 * Encodes the specified UserProfile message. Does not implicitly {@link skein.wire.v1.UserProfile.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.UserProfile
                 * @static
                 * @param {skein.wire.v1.UserProfile.$Properties} message UserProfile message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                UserProfile.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.userName != null && $Object.hasOwnProperty.call(message, "userName") && message.userName !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.userName);
                    if (message.displayName != null && $Object.hasOwnProperty.call(message, "displayName") && message.displayName !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.displayName);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a UserProfile message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.UserProfile
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UserProfile & skein.wire.v1.UserProfile.$Shape} UserProfile
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                UserProfile.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.UserProfile();
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.userName = value;
                                else
                                    delete message.userName;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.displayName = value;
                                else
                                    delete message.displayName;
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

                return UserProfile;
            })();

            v1.FindUserRequest = (function() {

                /**
                 * Properties of a FindUserRequest.
                 * @typedef {Object} skein.wire.v1.FindUserRequest.$Properties
                 * @property {string|null} [userId] FindUserRequest userId
                 * @property {string|null} [userName] FindUserRequest userName
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FindUserRequest.
                 * @memberof skein.wire.v1
                 * @interface IFindUserRequest
                 * @augments skein.wire.v1.FindUserRequest.$Properties
                 * @deprecated Use skein.wire.v1.FindUserRequest.$Properties instead.
                 */

                /**
                 * Shape of a FindUserRequest.
                 * @typedef {skein.wire.v1.FindUserRequest.$Properties} skein.wire.v1.FindUserRequest.$Shape
                 */

                /**
                 * Constructs a new FindUserRequest.
                 * @memberof skein.wire.v1
                 * @classdesc user/find-user, client to server: by id or, where none is given, by name.
                 * @constructor
                 * @param {skein.wire.v1.FindUserRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FindUserRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FindUserRequest userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.FindUserRequest
                 * @instance
                 */
                FindUserRequest.prototype.userId = "";

                /**
                 * FindUserRequest userName.
                 * @member {string} userName
                 * @memberof skein.wire.v1.FindUserRequest
                 * @instance
                 */
                FindUserRequest.prototype.userName = "";

                /**
                 * Encodes the specified FindUserRequest message. Does not implicitly {@link skein.wire.v1.FindUserRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.FindUserRequest
                 * @static
                 * @param {skein.wire.v1.FindUserRequest.$Properties} message FindUserRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FindUserRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.userName != null && $Object.hasOwnProperty.call(message, "userName") && message.userName !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.userName);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FindUserRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.FindUserRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FindUserRequest & skein.wire.v1.FindUserRequest.$Shape} FindUserRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FindUserRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.FindUserRequest();
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.userName = value;
                                else
                                    delete message.userName;
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

                return FindUserRequest;
            })();

            v1.FindUserReply = (function() {

                /**
                 * Properties of a FindUserReply.
                 * @typedef {Object} skein.wire.v1.FindUserReply.$Properties
                 * @property {skein.wire.v1.UserProfile.$Properties|null} [profile] FindUserReply profile
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FindUserReply.
                 * @memberof skein.wire.v1
                 * @interface IFindUserReply
                 * @augments skein.wire.v1.FindUserReply.$Properties
                 * @deprecated Use skein.wire.v1.FindUserReply.$Properties instead.
                 */

                /**
                 * Shape of a FindUserReply.
                 * @typedef {skein.wire.v1.FindUserReply.$Properties} skein.wire.v1.FindUserReply.$Shape
                 */

                /**
                 * Constructs a new FindUserReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a FindUserReply.
                 * @constructor
                 * @param {skein.wire.v1.FindUserReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FindUserReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FindUserReply profile.
                 * @member {skein.wire.v1.UserProfile.$Properties|null|undefined} profile
                 * @memberof skein.wire.v1.FindUserReply
                 * @instance
                 */
                FindUserReply.prototype.profile = null;

                /**
                 * Encodes the specified FindUserReply message. Does not implicitly {@link skein.wire.v1.FindUserReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.FindUserReply
                 * @static
                 * @param {skein.wire.v1.FindUserReply.$Properties} message FindUserReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FindUserReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.profile != null && $Object.hasOwnProperty.call(message, "profile"))
                        $root.skein.wire.v1.UserProfile.encode(message.profile, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FindUserReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.FindUserReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FindUserReply & skein.wire.v1.FindUserReply.$Shape} FindUserReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FindUserReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.FindUserReply();
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
                                message.profile = $root.skein.wire.v1.UserProfile.decode(reader, reader.size(), $undefined, _depth + 1, message.profile);
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

                return FindUserReply;
            })();

            v1.Relation = (function() {

                /**
                 * Properties of a Relation.
                 * @typedef {Object} skein.wire.v1.Relation.$Properties
                 * @property {string|null} [userId] The other.
                 * @property {number|null} [friendsSinceMs] Since when they are friends, milliseconds since the epoch; 0 for not at all.
                 * @property {string|null} [remark] What this user calls the other; empty for none.
                 * @property {Array.<string>|null} [tags] Relation tags
                 * @property {number|null} [blockedSinceMs] Since when this user has blocked the other, milliseconds since the epoch; 0 for not at all.
                 * @property {skein.wire.v1.FriendRequest.$Properties|null} [sent] Their friend requests that are not answered; of one that has expired nothing comes any more.
                 * @property {skein.wire.v1.FriendRequest.$Properties|null} [received] Relation received
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Relation.
                 * @memberof skein.wire.v1
                 * @interface IRelation
                 * @augments skein.wire.v1.Relation.$Properties
                 * @deprecated Use skein.wire.v1.Relation.$Properties instead.
                 */

                /**
                 * Shape of a Relation.
                 * @typedef {skein.wire.v1.Relation.$Properties} skein.wire.v1.Relation.$Shape
                 */

                /**
                 * Constructs a new Relation.
                 * @memberof skein.wire.v1
                 * @classdesc How this user stands to another, as this user alone is shown it: what the other calls this user, and whether they blocked them, is in none.
                 * @constructor
                 * @param {skein.wire.v1.Relation.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Relation = function (properties) {
                    this.tags = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * The other.
                 * @member {string} userId
                 * @memberof skein.wire.v1.Relation
                 * @instance
                 */
                Relation.prototype.userId = "";

                /**
                 * Since when they are friends, milliseconds since the epoch; 0 for not at all.
                 * @member {number} friendsSinceMs
                 * @memberof skein.wire.v1.Relation
                 * @instance
                 */
                Relation.prototype.friendsSinceMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * What this user calls the other; empty for none.
                 * @member {string} remark
                 * @memberof skein.wire.v1.Relation
                 * @instance
                 */
                Relation.prototype.remark = "";

                /**
                 * Relation tags.
                 * @member {Array.<string>} tags
                 * @memberof skein.wire.v1.Relation
                 * @instance
                 */
                Relation.prototype.tags = $util.emptyArray;

                /**
                 * Since when this user has blocked the other, milliseconds since the epoch; 0 for not at all.
                 * @member {number} blockedSinceMs
                 * @memberof skein.wire.v1.Relation
                 * @instance
                 */
                Relation.prototype.blockedSinceMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Their friend requests that are not answered; of one that has expired nothing comes any more.
                 * @member {skein.wire.v1.FriendRequest.$Properties|null|undefined} sent
                 * @memberof skein.wire.v1.Relation
                 * @instance
                 */
                Relation.prototype.sent = null;

                /**
                 * Relation received.
                 * @member {skein.wire.v1.FriendRequest.$Properties|null|undefined} received
                 * @memberof skein.wire.v1.Relation
                 * @instance
                 */
                Relation.prototype.received = null;

                /**
                 * Encodes the specified Relation message. Does not implicitly {@link skein.wire.v1.Relation.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Relation
                 * @static
                 * @param {skein.wire.v1.Relation.$Properties} message Relation message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Relation.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.friendsSinceMs != null && $Object.hasOwnProperty.call(message, "friendsSinceMs") && (typeof message.friendsSinceMs === "object" ? message.friendsSinceMs.low || message.friendsSinceMs.high : message.friendsSinceMs !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.friendsSinceMs);
                    if (message.remark != null && $Object.hasOwnProperty.call(message, "remark") && message.remark !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.remark);
                    if (message.tags != null && message.tags.length)
                        for (let i = 0; i < message.tags.length; ++i)
                            writer.uint32(/* id 4, wireType 2 =*/34).string(message.tags[i]);
                    if (message.blockedSinceMs != null && $Object.hasOwnProperty.call(message, "blockedSinceMs") && (typeof message.blockedSinceMs === "object" ? message.blockedSinceMs.low || message.blockedSinceMs.high : message.blockedSinceMs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.blockedSinceMs);
                    if (message.sent != null && $Object.hasOwnProperty.call(message, "sent"))
                        $root.skein.wire.v1.FriendRequest.encode(message.sent, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.received != null && $Object.hasOwnProperty.call(message, "received"))
                        $root.skein.wire.v1.FriendRequest.encode(message.received, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Relation message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Relation
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Relation & skein.wire.v1.Relation.$Shape} Relation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Relation.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.Relation();
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
                                    message.friendsSinceMs = value;
                                else
                                    delete message.friendsSinceMs;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.remark = value;
                                else
                                    delete message.remark;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.tags && message.tags.length))
                                    message.tags = [];
                                message.tags.push(reader.stringVerify());
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.blockedSinceMs = value;
                                else
                                    delete message.blockedSinceMs;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.sent = $root.skein.wire.v1.FriendRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.sent);
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.received = $root.skein.wire.v1.FriendRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.received);
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

                return Relation;
            })();

            v1.FriendRequest = (function() {

                /**
                 * Properties of a FriendRequest.
                 * @typedef {Object} skein.wire.v1.FriendRequest.$Properties
                 * @property {string|null} [text] FriendRequest text
                 * @property {number|null} [askedAtMs] Milliseconds since the epoch.
                 * @property {number|null} [expiresAtMs] FriendRequest expiresAtMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FriendRequest.
                 * @memberof skein.wire.v1
                 * @interface IFriendRequest
                 * @augments skein.wire.v1.FriendRequest.$Properties
                 * @deprecated Use skein.wire.v1.FriendRequest.$Properties instead.
                 */

                /**
                 * Shape of a FriendRequest.
                 * @typedef {skein.wire.v1.FriendRequest.$Properties} skein.wire.v1.FriendRequest.$Shape
                 */

                /**
                 * Constructs a new FriendRequest.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a FriendRequest.
                 * @constructor
                 * @param {skein.wire.v1.FriendRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FriendRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FriendRequest text.
                 * @member {string} text
                 * @memberof skein.wire.v1.FriendRequest
                 * @instance
                 */
                FriendRequest.prototype.text = "";

                /**
                 * Milliseconds since the epoch.
                 * @member {number} askedAtMs
                 * @memberof skein.wire.v1.FriendRequest
                 * @instance
                 */
                FriendRequest.prototype.askedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * FriendRequest expiresAtMs.
                 * @member {number} expiresAtMs
                 * @memberof skein.wire.v1.FriendRequest
                 * @instance
                 */
                FriendRequest.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified FriendRequest message. Does not implicitly {@link skein.wire.v1.FriendRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.FriendRequest
                 * @static
                 * @param {skein.wire.v1.FriendRequest.$Properties} message FriendRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FriendRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.text);
                    if (message.askedAtMs != null && $Object.hasOwnProperty.call(message, "askedAtMs") && (typeof message.askedAtMs === "object" ? message.askedAtMs.low || message.askedAtMs.high : message.askedAtMs !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.askedAtMs);
                    if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.expiresAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FriendRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.FriendRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendRequest & skein.wire.v1.FriendRequest.$Shape} FriendRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FriendRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.FriendRequest();
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
                                    message.text = value;
                                else
                                    delete message.text;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.askedAtMs = value;
                                else
                                    delete message.askedAtMs;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresAtMs = value;
                                else
                                    delete message.expiresAtMs;
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

                return FriendRequest;
            })();

            v1.FriendRequestRequest = (function() {

                /**
                 * Properties of a FriendRequestRequest.
                 * @typedef {Object} skein.wire.v1.FriendRequestRequest.$Properties
                 * @property {string|null} [conversationId] The direct conversation of the two, d:<a>:<b>.
                 * @property {string|null} [text] May be empty.
                 * @property {number|null} [expiresAt] Until when it stands, milliseconds since the epoch; 0 for as long as the server says.
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FriendRequestRequest.
                 * @memberof skein.wire.v1
                 * @interface IFriendRequestRequest
                 * @augments skein.wire.v1.FriendRequestRequest.$Properties
                 * @deprecated Use skein.wire.v1.FriendRequestRequest.$Properties instead.
                 */

                /**
                 * Shape of a FriendRequestRequest.
                 * @typedef {skein.wire.v1.FriendRequestRequest.$Properties} skein.wire.v1.FriendRequestRequest.$Shape
                 */

                /**
                 * Constructs a new FriendRequestRequest.
                 * @memberof skein.wire.v1
                 * @classdesc user/request-friend, client to server.
                 * @constructor
                 * @param {skein.wire.v1.FriendRequestRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FriendRequestRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * The direct conversation of the two, d:<a>:<b>.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.FriendRequestRequest
                 * @instance
                 */
                FriendRequestRequest.prototype.conversationId = "";

                /**
                 * May be empty.
                 * @member {string} text
                 * @memberof skein.wire.v1.FriendRequestRequest
                 * @instance
                 */
                FriendRequestRequest.prototype.text = "";

                /**
                 * Until when it stands, milliseconds since the epoch; 0 for as long as the server says.
                 * @member {number} expiresAt
                 * @memberof skein.wire.v1.FriendRequestRequest
                 * @instance
                 */
                FriendRequestRequest.prototype.expiresAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.FriendRequestRequest
                 * @instance
                 */
                FriendRequestRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified FriendRequestRequest message. Does not implicitly {@link skein.wire.v1.FriendRequestRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.FriendRequestRequest
                 * @static
                 * @param {skein.wire.v1.FriendRequestRequest.$Properties} message FriendRequestRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FriendRequestRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.text);
                    if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt") && (typeof message.expiresAt === "object" ? message.expiresAt.low || message.expiresAt.high : message.expiresAt !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.expiresAt);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FriendRequestRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.FriendRequestRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendRequestRequest & skein.wire.v1.FriendRequestRequest.$Shape} FriendRequestRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FriendRequestRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.FriendRequestRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.text = value;
                                else
                                    delete message.text;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresAt = value;
                                else
                                    delete message.expiresAt;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return FriendRequestRequest;
            })();

            v1.FriendAnswerRequest = (function() {

                /**
                 * Properties of a FriendAnswerRequest.
                 * @typedef {Object} skein.wire.v1.FriendAnswerRequest.$Properties
                 * @property {string|null} [conversationId] The direct conversation of the two, d:<a>:<b>.
                 * @property {boolean|null} [accept] FriendAnswerRequest accept
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FriendAnswerRequest.
                 * @memberof skein.wire.v1
                 * @interface IFriendAnswerRequest
                 * @augments skein.wire.v1.FriendAnswerRequest.$Properties
                 * @deprecated Use skein.wire.v1.FriendAnswerRequest.$Properties instead.
                 */

                /**
                 * Shape of a FriendAnswerRequest.
                 * @typedef {skein.wire.v1.FriendAnswerRequest.$Properties} skein.wire.v1.FriendAnswerRequest.$Shape
                 */

                /**
                 * Constructs a new FriendAnswerRequest.
                 * @memberof skein.wire.v1
                 * @classdesc user/answer-friend-request, client to server.
                 * @constructor
                 * @param {skein.wire.v1.FriendAnswerRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FriendAnswerRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * The direct conversation of the two, d:<a>:<b>.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.FriendAnswerRequest
                 * @instance
                 */
                FriendAnswerRequest.prototype.conversationId = "";

                /**
                 * FriendAnswerRequest accept.
                 * @member {boolean} accept
                 * @memberof skein.wire.v1.FriendAnswerRequest
                 * @instance
                 */
                FriendAnswerRequest.prototype.accept = false;

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.FriendAnswerRequest
                 * @instance
                 */
                FriendAnswerRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified FriendAnswerRequest message. Does not implicitly {@link skein.wire.v1.FriendAnswerRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.FriendAnswerRequest
                 * @static
                 * @param {skein.wire.v1.FriendAnswerRequest.$Properties} message FriendAnswerRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FriendAnswerRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.accept != null && $Object.hasOwnProperty.call(message, "accept") && message.accept !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.accept);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FriendAnswerRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.FriendAnswerRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendAnswerRequest & skein.wire.v1.FriendAnswerRequest.$Shape} FriendAnswerRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FriendAnswerRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.FriendAnswerRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.accept = value;
                                else
                                    delete message.accept;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return FriendAnswerRequest;
            })();

            v1.DeleteFriendRequest = (function() {

                /**
                 * Properties of a DeleteFriendRequest.
                 * @typedef {Object} skein.wire.v1.DeleteFriendRequest.$Properties
                 * @property {string|null} [conversationId] The direct conversation of the two, d:<a>:<b>.
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a DeleteFriendRequest.
                 * @memberof skein.wire.v1
                 * @interface IDeleteFriendRequest
                 * @augments skein.wire.v1.DeleteFriendRequest.$Properties
                 * @deprecated Use skein.wire.v1.DeleteFriendRequest.$Properties instead.
                 */

                /**
                 * Shape of a DeleteFriendRequest.
                 * @typedef {skein.wire.v1.DeleteFriendRequest.$Properties} skein.wire.v1.DeleteFriendRequest.$Shape
                 */

                /**
                 * Constructs a new DeleteFriendRequest.
                 * @memberof skein.wire.v1
                 * @classdesc user/delete-friend, client to server.
                 * @constructor
                 * @param {skein.wire.v1.DeleteFriendRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const DeleteFriendRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * The direct conversation of the two, d:<a>:<b>.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.DeleteFriendRequest
                 * @instance
                 */
                DeleteFriendRequest.prototype.conversationId = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.DeleteFriendRequest
                 * @instance
                 */
                DeleteFriendRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified DeleteFriendRequest message. Does not implicitly {@link skein.wire.v1.DeleteFriendRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.DeleteFriendRequest
                 * @static
                 * @param {skein.wire.v1.DeleteFriendRequest.$Properties} message DeleteFriendRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                DeleteFriendRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a DeleteFriendRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.DeleteFriendRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.DeleteFriendRequest & skein.wire.v1.DeleteFriendRequest.$Shape} DeleteFriendRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                DeleteFriendRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.DeleteFriendRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return DeleteFriendRequest;
            })();

            v1.RemarkRequest = (function() {

                /**
                 * Properties of a RemarkRequest.
                 * @typedef {Object} skein.wire.v1.RemarkRequest.$Properties
                 * @property {string|null} [conversationId] The direct conversation of the two, d:<a>:<b>.
                 * @property {string|null} [remark] On one line, and something to be seen; empty for none.
                 * @property {Array.<string>|null} [tags] Each once, on one line, and something to be seen.
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RemarkRequest.
                 * @memberof skein.wire.v1
                 * @interface IRemarkRequest
                 * @augments skein.wire.v1.RemarkRequest.$Properties
                 * @deprecated Use skein.wire.v1.RemarkRequest.$Properties instead.
                 */

                /**
                 * Shape of a RemarkRequest.
                 * @typedef {skein.wire.v1.RemarkRequest.$Properties} skein.wire.v1.RemarkRequest.$Shape
                 */

                /**
                 * Constructs a new RemarkRequest.
                 * @memberof skein.wire.v1
                 * @classdesc user/set-remark, client to server: both as they are to be from now on.
                 * @constructor
                 * @param {skein.wire.v1.RemarkRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RemarkRequest = function (properties) {
                    this.tags = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * The direct conversation of the two, d:<a>:<b>.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.RemarkRequest
                 * @instance
                 */
                RemarkRequest.prototype.conversationId = "";

                /**
                 * On one line, and something to be seen; empty for none.
                 * @member {string} remark
                 * @memberof skein.wire.v1.RemarkRequest
                 * @instance
                 */
                RemarkRequest.prototype.remark = "";

                /**
                 * Each once, on one line, and something to be seen.
                 * @member {Array.<string>} tags
                 * @memberof skein.wire.v1.RemarkRequest
                 * @instance
                 */
                RemarkRequest.prototype.tags = $util.emptyArray;

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.RemarkRequest
                 * @instance
                 */
                RemarkRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified RemarkRequest message. Does not implicitly {@link skein.wire.v1.RemarkRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.RemarkRequest
                 * @static
                 * @param {skein.wire.v1.RemarkRequest.$Properties} message RemarkRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RemarkRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.remark != null && $Object.hasOwnProperty.call(message, "remark") && message.remark !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.remark);
                    if (message.tags != null && message.tags.length)
                        for (let i = 0; i < message.tags.length; ++i)
                            writer.uint32(/* id 3, wireType 2 =*/26).string(message.tags[i]);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RemarkRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.RemarkRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RemarkRequest & skein.wire.v1.RemarkRequest.$Shape} RemarkRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RemarkRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.RemarkRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.remark = value;
                                else
                                    delete message.remark;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.tags && message.tags.length))
                                    message.tags = [];
                                message.tags.push(reader.stringVerify());
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return RemarkRequest;
            })();

            v1.BlockRequest = (function() {

                /**
                 * Properties of a BlockRequest.
                 * @typedef {Object} skein.wire.v1.BlockRequest.$Properties
                 * @property {string|null} [conversationId] The direct conversation of the two, d:<a>:<b>.
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BlockRequest.
                 * @memberof skein.wire.v1
                 * @interface IBlockRequest
                 * @augments skein.wire.v1.BlockRequest.$Properties
                 * @deprecated Use skein.wire.v1.BlockRequest.$Properties instead.
                 */

                /**
                 * Shape of a BlockRequest.
                 * @typedef {skein.wire.v1.BlockRequest.$Properties} skein.wire.v1.BlockRequest.$Shape
                 */

                /**
                 * Constructs a new BlockRequest.
                 * @memberof skein.wire.v1
                 * @classdesc user/block-user, client to server.
                 * @constructor
                 * @param {skein.wire.v1.BlockRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BlockRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * The direct conversation of the two, d:<a>:<b>.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.BlockRequest
                 * @instance
                 */
                BlockRequest.prototype.conversationId = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.BlockRequest
                 * @instance
                 */
                BlockRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified BlockRequest message. Does not implicitly {@link skein.wire.v1.BlockRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.BlockRequest
                 * @static
                 * @param {skein.wire.v1.BlockRequest.$Properties} message BlockRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BlockRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BlockRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.BlockRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.BlockRequest & skein.wire.v1.BlockRequest.$Shape} BlockRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BlockRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.BlockRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return BlockRequest;
            })();

            v1.UnblockRequest = (function() {

                /**
                 * Properties of an UnblockRequest.
                 * @typedef {Object} skein.wire.v1.UnblockRequest.$Properties
                 * @property {string|null} [conversationId] The direct conversation of the two, d:<a>:<b>.
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an UnblockRequest.
                 * @memberof skein.wire.v1
                 * @interface IUnblockRequest
                 * @augments skein.wire.v1.UnblockRequest.$Properties
                 * @deprecated Use skein.wire.v1.UnblockRequest.$Properties instead.
                 */

                /**
                 * Shape of an UnblockRequest.
                 * @typedef {skein.wire.v1.UnblockRequest.$Properties} skein.wire.v1.UnblockRequest.$Shape
                 */

                /**
                 * Constructs a new UnblockRequest.
                 * @memberof skein.wire.v1
                 * @classdesc user/unblock-user, client to server.
                 * @constructor
                 * @param {skein.wire.v1.UnblockRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const UnblockRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * The direct conversation of the two, d:<a>:<b>.
                 * @member {string} conversationId
                 * @memberof skein.wire.v1.UnblockRequest
                 * @instance
                 */
                UnblockRequest.prototype.conversationId = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.UnblockRequest
                 * @instance
                 */
                UnblockRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified UnblockRequest message. Does not implicitly {@link skein.wire.v1.UnblockRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.UnblockRequest
                 * @static
                 * @param {skein.wire.v1.UnblockRequest.$Properties} message UnblockRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                UnblockRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.conversationId != null && $Object.hasOwnProperty.call(message, "conversationId") && message.conversationId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.conversationId);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an UnblockRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.UnblockRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UnblockRequest & skein.wire.v1.UnblockRequest.$Shape} UnblockRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                UnblockRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.UnblockRequest();
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
                                    message.conversationId = value;
                                else
                                    delete message.conversationId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return UnblockRequest;
            })();

            v1.RelationsRequest = (function() {

                /**
                 * Properties of a RelationsRequest.
                 * @typedef {Object} skein.wire.v1.RelationsRequest.$Properties
                 * @property {string|null} [afterUserId] Continue behind this user; empty for the first page.
                 * @property {number|null} [limit] 0 for the server's default.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RelationsRequest.
                 * @memberof skein.wire.v1
                 * @interface IRelationsRequest
                 * @augments skein.wire.v1.RelationsRequest.$Properties
                 * @deprecated Use skein.wire.v1.RelationsRequest.$Properties instead.
                 */

                /**
                 * Shape of a RelationsRequest.
                 * @typedef {skein.wire.v1.RelationsRequest.$Properties} skein.wire.v1.RelationsRequest.$Shape
                 */

                /**
                 * Constructs a new RelationsRequest.
                 * @memberof skein.wire.v1
                 * @classdesc user/friends, user/friend-requests and user/blocked, client to server: in the order of the others' ids.
                 * @constructor
                 * @param {skein.wire.v1.RelationsRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RelationsRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Continue behind this user; empty for the first page.
                 * @member {string} afterUserId
                 * @memberof skein.wire.v1.RelationsRequest
                 * @instance
                 */
                RelationsRequest.prototype.afterUserId = "";

                /**
                 * 0 for the server's default.
                 * @member {number} limit
                 * @memberof skein.wire.v1.RelationsRequest
                 * @instance
                 */
                RelationsRequest.prototype.limit = 0;

                /**
                 * Encodes the specified RelationsRequest message. Does not implicitly {@link skein.wire.v1.RelationsRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.RelationsRequest
                 * @static
                 * @param {skein.wire.v1.RelationsRequest.$Properties} message RelationsRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RelationsRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.afterUserId != null && $Object.hasOwnProperty.call(message, "afterUserId") && message.afterUserId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.afterUserId);
                    if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.limit);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RelationsRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.RelationsRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RelationsRequest & skein.wire.v1.RelationsRequest.$Shape} RelationsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RelationsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.RelationsRequest();
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
                                    message.afterUserId = value;
                                else
                                    delete message.afterUserId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.limit = value;
                                else
                                    delete message.limit;
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

                return RelationsRequest;
            })();

            v1.RelationsReply = (function() {

                /**
                 * Properties of a RelationsReply.
                 * @typedef {Object} skein.wire.v1.RelationsReply.$Properties
                 * @property {Array.<skein.wire.v1.Relation.$Properties>|null} [relations] RelationsReply relations
                 * @property {boolean|null} [more] RelationsReply more
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RelationsReply.
                 * @memberof skein.wire.v1
                 * @interface IRelationsReply
                 * @augments skein.wire.v1.RelationsReply.$Properties
                 * @deprecated Use skein.wire.v1.RelationsReply.$Properties instead.
                 */

                /**
                 * Shape of a RelationsReply.
                 * @typedef {skein.wire.v1.RelationsReply.$Properties} skein.wire.v1.RelationsReply.$Shape
                 */

                /**
                 * Constructs a new RelationsReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a RelationsReply.
                 * @constructor
                 * @param {skein.wire.v1.RelationsReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RelationsReply = function (properties) {
                    this.relations = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RelationsReply relations.
                 * @member {Array.<skein.wire.v1.Relation.$Properties>} relations
                 * @memberof skein.wire.v1.RelationsReply
                 * @instance
                 */
                RelationsReply.prototype.relations = $util.emptyArray;

                /**
                 * RelationsReply more.
                 * @member {boolean} more
                 * @memberof skein.wire.v1.RelationsReply
                 * @instance
                 */
                RelationsReply.prototype.more = false;

                /**
                 * Encodes the specified RelationsReply message. Does not implicitly {@link skein.wire.v1.RelationsReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.RelationsReply
                 * @static
                 * @param {skein.wire.v1.RelationsReply.$Properties} message RelationsReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RelationsReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.relations != null && message.relations.length)
                        for (let i = 0; i < message.relations.length; ++i)
                            $root.skein.wire.v1.Relation.encode(message.relations[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RelationsReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.RelationsReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RelationsReply & skein.wire.v1.RelationsReply.$Shape} RelationsReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RelationsReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.RelationsReply();
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
                                if (!(message.relations && message.relations.length))
                                    message.relations = [];
                                message.relations.push($root.skein.wire.v1.Relation.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.more = value;
                                else
                                    delete message.more;
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

                return RelationsReply;
            })();

            v1.ChangePrivacyRequest = (function() {

                /**
                 * Properties of a ChangePrivacyRequest.
                 * @typedef {Object} skein.wire.v1.ChangePrivacyRequest.$Properties
                 * @property {string|null} [write] ChangePrivacyRequest write
                 * @property {string|null} [add] ChangePrivacyRequest add
                 * @property {string|null} [clientRequestId] UUID made by the device: the same for every resend of the same request.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ChangePrivacyRequest.
                 * @memberof skein.wire.v1
                 * @interface IChangePrivacyRequest
                 * @augments skein.wire.v1.ChangePrivacyRequest.$Properties
                 * @deprecated Use skein.wire.v1.ChangePrivacyRequest.$Properties instead.
                 */

                /**
                 * Shape of a ChangePrivacyRequest.
                 * @typedef {skein.wire.v1.ChangePrivacyRequest.$Properties} skein.wire.v1.ChangePrivacyRequest.$Shape
                 */

                /**
                 * Constructs a new ChangePrivacyRequest.
                 * @memberof skein.wire.v1
                 * @classdesc user/change-privacy, client to server: both as they are to be from now on, each everybody, friends or nobody.
                 * @constructor
                 * @param {skein.wire.v1.ChangePrivacyRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ChangePrivacyRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ChangePrivacyRequest write.
                 * @member {string} write
                 * @memberof skein.wire.v1.ChangePrivacyRequest
                 * @instance
                 */
                ChangePrivacyRequest.prototype.write = "";

                /**
                 * ChangePrivacyRequest add.
                 * @member {string} add
                 * @memberof skein.wire.v1.ChangePrivacyRequest
                 * @instance
                 */
                ChangePrivacyRequest.prototype.add = "";

                /**
                 * UUID made by the device: the same for every resend of the same request.
                 * @member {string} clientRequestId
                 * @memberof skein.wire.v1.ChangePrivacyRequest
                 * @instance
                 */
                ChangePrivacyRequest.prototype.clientRequestId = "";

                /**
                 * Encodes the specified ChangePrivacyRequest message. Does not implicitly {@link skein.wire.v1.ChangePrivacyRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.ChangePrivacyRequest
                 * @static
                 * @param {skein.wire.v1.ChangePrivacyRequest.$Properties} message ChangePrivacyRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ChangePrivacyRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.write != null && $Object.hasOwnProperty.call(message, "write") && message.write !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.write);
                    if (message.add != null && $Object.hasOwnProperty.call(message, "add") && message.add !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.add);
                    if (message.clientRequestId != null && $Object.hasOwnProperty.call(message, "clientRequestId") && message.clientRequestId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.clientRequestId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ChangePrivacyRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.ChangePrivacyRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.ChangePrivacyRequest & skein.wire.v1.ChangePrivacyRequest.$Shape} ChangePrivacyRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ChangePrivacyRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.ChangePrivacyRequest();
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
                                    message.write = value;
                                else
                                    delete message.write;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.add = value;
                                else
                                    delete message.add;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clientRequestId = value;
                                else
                                    delete message.clientRequestId;
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

                return ChangePrivacyRequest;
            })();

            v1.PrivacyRequest = (function() {

                /**
                 * Properties of a PrivacyRequest.
                 * @typedef {Object} skein.wire.v1.PrivacyRequest.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a PrivacyRequest.
                 * @memberof skein.wire.v1
                 * @interface IPrivacyRequest
                 * @augments skein.wire.v1.PrivacyRequest.$Properties
                 * @deprecated Use skein.wire.v1.PrivacyRequest.$Properties instead.
                 */

                /**
                 * Shape of a PrivacyRequest.
                 * @typedef {skein.wire.v1.PrivacyRequest.$Properties} skein.wire.v1.PrivacyRequest.$Shape
                 */

                /**
                 * Constructs a new PrivacyRequest.
                 * @memberof skein.wire.v1
                 * @classdesc user/privacy, client to server.
                 * @constructor
                 * @param {skein.wire.v1.PrivacyRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const PrivacyRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Encodes the specified PrivacyRequest message. Does not implicitly {@link skein.wire.v1.PrivacyRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.PrivacyRequest
                 * @static
                 * @param {skein.wire.v1.PrivacyRequest.$Properties} message PrivacyRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                PrivacyRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a PrivacyRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.PrivacyRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.PrivacyRequest & skein.wire.v1.PrivacyRequest.$Shape} PrivacyRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                PrivacyRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.wire.v1.PrivacyRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
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

                return PrivacyRequest;
            })();

            v1.PrivacyReply = (function() {

                /**
                 * Properties of a PrivacyReply.
                 * @typedef {Object} skein.wire.v1.PrivacyReply.$Properties
                 * @property {string|null} [write] Who may write to this user.
                 * @property {string|null} [add] Who may put this user into groups.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a PrivacyReply.
                 * @memberof skein.wire.v1
                 * @interface IPrivacyReply
                 * @augments skein.wire.v1.PrivacyReply.$Properties
                 * @deprecated Use skein.wire.v1.PrivacyReply.$Properties instead.
                 */

                /**
                 * Shape of a PrivacyReply.
                 * @typedef {skein.wire.v1.PrivacyReply.$Properties} skein.wire.v1.PrivacyReply.$Shape
                 */

                /**
                 * Constructs a new PrivacyReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a PrivacyReply.
                 * @constructor
                 * @param {skein.wire.v1.PrivacyReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const PrivacyReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Who may write to this user.
                 * @member {string} write
                 * @memberof skein.wire.v1.PrivacyReply
                 * @instance
                 */
                PrivacyReply.prototype.write = "";

                /**
                 * Who may put this user into groups.
                 * @member {string} add
                 * @memberof skein.wire.v1.PrivacyReply
                 * @instance
                 */
                PrivacyReply.prototype.add = "";

                /**
                 * Encodes the specified PrivacyReply message. Does not implicitly {@link skein.wire.v1.PrivacyReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.PrivacyReply
                 * @static
                 * @param {skein.wire.v1.PrivacyReply.$Properties} message PrivacyReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                PrivacyReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.write != null && $Object.hasOwnProperty.call(message, "write") && message.write !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.write);
                    if (message.add != null && $Object.hasOwnProperty.call(message, "add") && message.add !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.add);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a PrivacyReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.PrivacyReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.PrivacyReply & skein.wire.v1.PrivacyReply.$Shape} PrivacyReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                PrivacyReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.PrivacyReply();
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
                                    message.write = value;
                                else
                                    delete message.write;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.add = value;
                                else
                                    delete message.add;
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

                return PrivacyReply;
            })();

            v1.RelationRequest = (function() {

                /**
                 * Properties of a RelationRequest.
                 * @typedef {Object} skein.wire.v1.RelationRequest.$Properties
                 * @property {string|null} [userId] RelationRequest userId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RelationRequest.
                 * @memberof skein.wire.v1
                 * @interface IRelationRequest
                 * @augments skein.wire.v1.RelationRequest.$Properties
                 * @deprecated Use skein.wire.v1.RelationRequest.$Properties instead.
                 */

                /**
                 * Shape of a RelationRequest.
                 * @typedef {skein.wire.v1.RelationRequest.$Properties} skein.wire.v1.RelationRequest.$Shape
                 */

                /**
                 * Constructs a new RelationRequest.
                 * @memberof skein.wire.v1
                 * @classdesc user/relation-to, client to server.
                 * @constructor
                 * @param {skein.wire.v1.RelationRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RelationRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RelationRequest userId.
                 * @member {string} userId
                 * @memberof skein.wire.v1.RelationRequest
                 * @instance
                 */
                RelationRequest.prototype.userId = "";

                /**
                 * Encodes the specified RelationRequest message. Does not implicitly {@link skein.wire.v1.RelationRequest.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.RelationRequest
                 * @static
                 * @param {skein.wire.v1.RelationRequest.$Properties} message RelationRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RelationRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.userId != null && $Object.hasOwnProperty.call(message, "userId") && message.userId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.userId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RelationRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.RelationRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RelationRequest & skein.wire.v1.RelationRequest.$Shape} RelationRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RelationRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.RelationRequest();
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

                return RelationRequest;
            })();

            v1.RelationReply = (function() {

                /**
                 * Properties of a RelationReply.
                 * @typedef {Object} skein.wire.v1.RelationReply.$Properties
                 * @property {skein.wire.v1.Relation.$Properties|null} [relation] RelationReply relation
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RelationReply.
                 * @memberof skein.wire.v1
                 * @interface IRelationReply
                 * @augments skein.wire.v1.RelationReply.$Properties
                 * @deprecated Use skein.wire.v1.RelationReply.$Properties instead.
                 */

                /**
                 * Shape of a RelationReply.
                 * @typedef {skein.wire.v1.RelationReply.$Properties} skein.wire.v1.RelationReply.$Shape
                 */

                /**
                 * Constructs a new RelationReply.
                 * @memberof skein.wire.v1
                 * @classdesc Represents a RelationReply.
                 * @constructor
                 * @param {skein.wire.v1.RelationReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RelationReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RelationReply relation.
                 * @member {skein.wire.v1.Relation.$Properties|null|undefined} relation
                 * @memberof skein.wire.v1.RelationReply
                 * @instance
                 */
                RelationReply.prototype.relation = null;

                /**
                 * Encodes the specified RelationReply message. Does not implicitly {@link skein.wire.v1.RelationReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.RelationReply
                 * @static
                 * @param {skein.wire.v1.RelationReply.$Properties} message RelationReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RelationReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.relation != null && $Object.hasOwnProperty.call(message, "relation"))
                        $root.skein.wire.v1.Relation.encode(message.relation, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RelationReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.RelationReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RelationReply & skein.wire.v1.RelationReply.$Shape} RelationReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RelationReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.RelationReply();
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
                                message.relation = $root.skein.wire.v1.Relation.decode(reader, reader.size(), $undefined, _depth + 1, message.relation);
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

                return RelationReply;
            })();

            v1.Error = (function() {

                /**
                 * Properties of an Error.
                 * @typedef {Object} skein.wire.v1.Error.$Properties
                 * @property {string|null} [code] Code of the error catalogue, such as NOT_A_MEMBER.
                 * @property {string|null} [detail] Which field, which limit; for people, not for programs.
                 * @property {boolean|null} [retriable] Whether the same request can succeed later.
                 * @property {number|null} [retryAfterMs] Milliseconds to wait before trying again; 0 when unknown.
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Error.
                 * @memberof skein.wire.v1
                 * @interface IError
                 * @augments skein.wire.v1.Error.$Properties
                 * @deprecated Use skein.wire.v1.Error.$Properties instead.
                 */

                /**
                 * Shape of an Error.
                 * @typedef {skein.wire.v1.Error.$Properties} skein.wire.v1.Error.$Shape
                 */

                /**
                 * Constructs a new Error.
                 * @memberof skein.wire.v1
                 * @classdesc Body of any packet with the error flag.
                 * @constructor
                 * @param {skein.wire.v1.Error.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Error = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Code of the error catalogue, such as NOT_A_MEMBER.
                 * @member {string} code
                 * @memberof skein.wire.v1.Error
                 * @instance
                 */
                Error.prototype.code = "";

                /**
                 * Which field, which limit; for people, not for programs.
                 * @member {string} detail
                 * @memberof skein.wire.v1.Error
                 * @instance
                 */
                Error.prototype.detail = "";

                /**
                 * Whether the same request can succeed later.
                 * @member {boolean} retriable
                 * @memberof skein.wire.v1.Error
                 * @instance
                 */
                Error.prototype.retriable = false;

                /**
                 * Milliseconds to wait before trying again; 0 when unknown.
                 * @member {number} retryAfterMs
                 * @memberof skein.wire.v1.Error
                 * @instance
                 */
                Error.prototype.retryAfterMs = 0;

                /**
                 * Encodes the specified Error message. Does not implicitly {@link skein.wire.v1.Error.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.Error
                 * @static
                 * @param {skein.wire.v1.Error.$Properties} message Error message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Error.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                    if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.detail);
                    if (message.retriable != null && $Object.hasOwnProperty.call(message, "retriable") && message.retriable !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.retriable);
                    if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.retryAfterMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Error message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.Error
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Error & skein.wire.v1.Error.$Shape} Error
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Error.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.Error();
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
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.detail = value;
                                else
                                    delete message.detail;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.retriable = value;
                                else
                                    delete message.retriable;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.retryAfterMs = value;
                                else
                                    delete message.retryAfterMs;
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

                return Error;
            })();

            v1.SeqReply = (function() {

                /**
                 * Properties of a SeqReply.
                 * @typedef {Object} skein.wire.v1.SeqReply.$Properties
                 * @property {number|null} [seq] SeqReply seq
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a SeqReply.
                 * @memberof skein.wire.v1
                 * @interface ISeqReply
                 * @augments skein.wire.v1.SeqReply.$Properties
                 * @deprecated Use skein.wire.v1.SeqReply.$Properties instead.
                 */

                /**
                 * Shape of a SeqReply.
                 * @typedef {skein.wire.v1.SeqReply.$Properties} skein.wire.v1.SeqReply.$Shape
                 */

                /**
                 * Constructs a new SeqReply.
                 * @memberof skein.wire.v1
                 * @classdesc Answer to a request that changes a conversation: the seq of the last item it led to, or of the head when it changed nothing.
                 * @constructor
                 * @param {skein.wire.v1.SeqReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const SeqReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * SeqReply seq.
                 * @member {number} seq
                 * @memberof skein.wire.v1.SeqReply
                 * @instance
                 */
                SeqReply.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified SeqReply message. Does not implicitly {@link skein.wire.v1.SeqReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.SeqReply
                 * @static
                 * @param {skein.wire.v1.SeqReply.$Properties} message SeqReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                SeqReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.seq);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a SeqReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.SeqReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SeqReply & skein.wire.v1.SeqReply.$Shape} SeqReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                SeqReply.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.skein.wire.v1.SeqReply();
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
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seq = value;
                                else
                                    delete message.seq;
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

                return SeqReply;
            })();

            v1.DoneReply = (function() {

                /**
                 * Properties of a DoneReply.
                 * @typedef {Object} skein.wire.v1.DoneReply.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a DoneReply.
                 * @memberof skein.wire.v1
                 * @interface IDoneReply
                 * @augments skein.wire.v1.DoneReply.$Properties
                 * @deprecated Use skein.wire.v1.DoneReply.$Properties instead.
                 */

                /**
                 * Shape of a DoneReply.
                 * @typedef {skein.wire.v1.DoneReply.$Properties} skein.wire.v1.DoneReply.$Shape
                 */

                /**
                 * Constructs a new DoneReply.
                 * @memberof skein.wire.v1
                 * @classdesc Answer to a request whose success says it all.
                 * @constructor
                 * @param {skein.wire.v1.DoneReply.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const DoneReply = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Encodes the specified DoneReply message. Does not implicitly {@link skein.wire.v1.DoneReply.verify|verify} messages.
                 * @function encode
                 * @memberof skein.wire.v1.DoneReply
                 * @static
                 * @param {skein.wire.v1.DoneReply.$Properties} message DoneReply message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                DoneReply.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a DoneReply message from the specified reader or buffer.
                 * @function decode
                 * @memberof skein.wire.v1.DoneReply
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {skein.wire.v1.DoneReply & skein.wire.v1.DoneReply.$Shape} DoneReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                DoneReply.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.skein.wire.v1.DoneReply();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        reader.skipType(tag & 7, _depth, tag);
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

                return DoneReply;
            })();

            return v1;
        })();

        return wire;
    })();

    return skein;
})();

export {
  $root as default
};
