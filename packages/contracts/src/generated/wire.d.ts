import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace skein. */
export namespace skein {

    /** Namespace wire. */
    namespace wire {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a LoginRequest.
             * @deprecated Use skein.wire.v1.LoginRequest.$Properties instead.
             */
            interface ILoginRequest extends skein.wire.v1.LoginRequest.$Properties {
            }

            /** connection/login, client to server: the first packet of every connection. */
            class LoginRequest {

                /**
                 * Constructs a new LoginRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.LoginRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Token from the HTTP API. */
                token: string;

                /** Business the client belongs to; must be the token's. */
                appId: string;

                /** Name and version of the client software, for operators. */
                clientName: string;

                /**
                 * Encodes the specified LoginRequest message. Does not implicitly {@link skein.wire.v1.LoginRequest.verify|verify} messages.
                 * @param message LoginRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.LoginRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LoginRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.LoginRequest & skein.wire.v1.LoginRequest.$Shape} LoginRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.LoginRequest & skein.wire.v1.LoginRequest.$Shape;
            }

            namespace LoginRequest {

                /** Properties of a LoginRequest. */
                interface $Properties {

                    /** Token from the HTTP API. */
                    token?: (string|null);

                    /** Business the client belongs to; must be the token's. */
                    appId?: (string|null);

                    /** Name and version of the client software, for operators. */
                    clientName?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LoginRequest. */
                type $Shape = skein.wire.v1.LoginRequest.$Properties;
            }

            /**
             * Properties of a LoginReply.
             * @deprecated Use skein.wire.v1.LoginReply.$Properties instead.
             */
            interface ILoginReply extends skein.wire.v1.LoginReply.$Properties {
            }

            /** connection/login, answer. */
            class LoginReply {

                /**
                 * Constructs a new LoginReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.LoginReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LoginReply userId. */
                userId: string;

                /** LoginReply deviceId. */
                deviceId: string;

                /** Identity of this connection, a UUID. */
                connectionId: string;

                /** Clock of the server, milliseconds since the epoch. */
                serverTimeMs: number;

                /** The client must send something at least this often. */
                heartbeatIntervalMs: number;

                /** LoginReply limits. */
                limits?: (skein.wire.v1.Limits.$Properties|null);

                /**
                 * Encodes the specified LoginReply message. Does not implicitly {@link skein.wire.v1.LoginReply.verify|verify} messages.
                 * @param message LoginReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.LoginReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LoginReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.LoginReply & skein.wire.v1.LoginReply.$Shape} LoginReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.LoginReply & skein.wire.v1.LoginReply.$Shape;
            }

            namespace LoginReply {

                /** Properties of a LoginReply. */
                interface $Properties {

                    /** LoginReply userId */
                    userId?: (string|null);

                    /** LoginReply deviceId */
                    deviceId?: (string|null);

                    /** Identity of this connection, a UUID. */
                    connectionId?: (string|null);

                    /** Clock of the server, milliseconds since the epoch. */
                    serverTimeMs?: (number|null);

                    /** The client must send something at least this often. */
                    heartbeatIntervalMs?: (number|null);

                    /** LoginReply limits */
                    limits?: (skein.wire.v1.Limits.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LoginReply. */
                type $Shape = skein.wire.v1.LoginReply.$Properties;
            }

            /**
             * Properties of a Limits.
             * @deprecated Use skein.wire.v1.Limits.$Properties instead.
             */
            interface ILimits extends skein.wire.v1.Limits.$Properties {
            }

            /** Limits the server holds this connection to. */
            class Limits {

                /**
                 * Constructs a new Limits.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Limits.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Limits packetBytesMax. */
                packetBytesMax: number;

                /** Limits bodyBytesMax. */
                bodyBytesMax: number;

                /** Requests without an answer yet. */
                inFlightMax: number;

                /** Pushes without an acknowledgement yet. */
                unackedPushesMax: number;

                /** Items in one history page. */
                pageItemsMax: number;

                /**
                 * Encodes the specified Limits message. Does not implicitly {@link skein.wire.v1.Limits.verify|verify} messages.
                 * @param message Limits message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Limits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Limits message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Limits & skein.wire.v1.Limits.$Shape} Limits
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Limits & skein.wire.v1.Limits.$Shape;
            }

            namespace Limits {

                /** Properties of a Limits. */
                interface $Properties {

                    /** Limits packetBytesMax */
                    packetBytesMax?: (number|null);

                    /** Limits bodyBytesMax */
                    bodyBytesMax?: (number|null);

                    /** Requests without an answer yet. */
                    inFlightMax?: (number|null);

                    /** Pushes without an acknowledgement yet. */
                    unackedPushesMax?: (number|null);

                    /** Items in one history page. */
                    pageItemsMax?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Limits. */
                type $Shape = skein.wire.v1.Limits.$Properties;
            }

            /**
             * Properties of a LogoutRequest.
             * @deprecated Use skein.wire.v1.LogoutRequest.$Properties instead.
             */
            interface ILogoutRequest extends skein.wire.v1.LogoutRequest.$Properties {
            }

            /** connection/logout, client to server: ends the device session; the token is worth nothing afterwards. */
            class LogoutRequest {

                /**
                 * Constructs a new LogoutRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.LogoutRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified LogoutRequest message. Does not implicitly {@link skein.wire.v1.LogoutRequest.verify|verify} messages.
                 * @param message LogoutRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.LogoutRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LogoutRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.LogoutRequest & skein.wire.v1.LogoutRequest.$Shape} LogoutRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.LogoutRequest & skein.wire.v1.LogoutRequest.$Shape;
            }

            namespace LogoutRequest {

                /** Properties of a LogoutRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LogoutRequest. */
                type $Shape = skein.wire.v1.LogoutRequest.$Properties;
            }

            /**
             * Properties of a Heartbeat.
             * @deprecated Use skein.wire.v1.Heartbeat.$Properties instead.
             */
            interface IHeartbeat extends skein.wire.v1.Heartbeat.$Properties {
            }

            /** connection/heartbeat, both ways. */
            class Heartbeat {

                /**
                 * Constructs a new Heartbeat.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Heartbeat.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Clock of the sender, milliseconds since the epoch. */
                timeMs: number;

                /**
                 * Encodes the specified Heartbeat message. Does not implicitly {@link skein.wire.v1.Heartbeat.verify|verify} messages.
                 * @param message Heartbeat message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Heartbeat message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Heartbeat & skein.wire.v1.Heartbeat.$Shape} Heartbeat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Heartbeat & skein.wire.v1.Heartbeat.$Shape;
            }

            namespace Heartbeat {

                /** Properties of a Heartbeat. */
                interface $Properties {

                    /** Clock of the sender, milliseconds since the epoch. */
                    timeMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Heartbeat. */
                type $Shape = skein.wire.v1.Heartbeat.$Properties;
            }

            /**
             * Properties of a Goodbye.
             * @deprecated Use skein.wire.v1.Goodbye.$Properties instead.
             */
            interface IGoodbye extends skein.wire.v1.Goodbye.$Properties {
            }

            /** connection/goodbye, server to client: the last packet before the server closes. */
            class Goodbye {

                /**
                 * Constructs a new Goodbye.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Goodbye.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Code of the error catalogue that has a close code. */
                code: string;

                /** Goodbye detail. */
                detail: string;

                /** Goodbye action. */
                action: skein.wire.v1.Goodbye.Action;

                /** Goodbye retryAfterMs. */
                retryAfterMs: number;

                /**
                 * Encodes the specified Goodbye message. Does not implicitly {@link skein.wire.v1.Goodbye.verify|verify} messages.
                 * @param message Goodbye message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Goodbye.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Goodbye message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Goodbye & skein.wire.v1.Goodbye.$Shape} Goodbye
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Goodbye & skein.wire.v1.Goodbye.$Shape;
            }

            namespace Goodbye {

                /** Properties of a Goodbye. */
                interface $Properties {

                    /** Code of the error catalogue that has a close code. */
                    code?: (string|null);

                    /** Goodbye detail */
                    detail?: (string|null);

                    /** Goodbye action */
                    action?: (skein.wire.v1.Goodbye.Action|null);

                    /** Goodbye retryAfterMs */
                    retryAfterMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Goodbye. */
                type $Shape = skein.wire.v1.Goodbye.$Properties;

                /** What the client should do next. */
                enum Action {

                    /** ACTION_UNSPECIFIED value */
                    ACTION_UNSPECIFIED = 0,

                    /** Reconnect at once, to another gateway if there is one. */
                    ACTION_RECONNECT = 1,

                    /** Reconnect after a jittered back-off. */
                    ACTION_BACK_OFF = 2,

                    /** Do not reconnect by yourself. */
                    ACTION_STOP = 3
                }
            }

            /**
             * Properties of a CreateGroupRequest.
             * @deprecated Use skein.wire.v1.CreateGroupRequest.$Properties instead.
             */
            interface ICreateGroupRequest extends skein.wire.v1.CreateGroupRequest.$Properties {
            }

            /** group/create-group, client to server. The creator becomes owner and needs not be in member_ids. */
            class CreateGroupRequest {

                /**
                 * Constructs a new CreateGroupRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.CreateGroupRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Chosen by the client: g:<1-64 of A-Za-z0-9_.->. Its creator may create it again as it is now, and finds it made; under another name, or with
                 * other settings, it is refused as ALREADY_EXISTS.
                 */
                conversationId: string;

                /** On one line, and something to be seen: no control characters, marks of direction or blanks of no width. */
                name: string;

                /** CreateGroupRequest memberIds. */
                memberIds: string[];

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /** What is not as in every new group, each name once. The type can be set here alone. */
                settings: skein.wire.v1.GroupSetting.$Properties[];

                /**
                 * Encodes the specified CreateGroupRequest message. Does not implicitly {@link skein.wire.v1.CreateGroupRequest.verify|verify} messages.
                 * @param message CreateGroupRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.CreateGroupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CreateGroupRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.CreateGroupRequest & skein.wire.v1.CreateGroupRequest.$Shape} CreateGroupRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.CreateGroupRequest & skein.wire.v1.CreateGroupRequest.$Shape;
            }

            namespace CreateGroupRequest {

                /** Properties of a CreateGroupRequest. */
                interface $Properties {

                    /**
                     * Chosen by the client: g:<1-64 of A-Za-z0-9_.->. Its creator may create it again as it is now, and finds it made; under another name, or with
                     * other settings, it is refused as ALREADY_EXISTS.
                     */
                    conversationId?: (string|null);

                    /** On one line, and something to be seen: no control characters, marks of direction or blanks of no width. */
                    name?: (string|null);

                    /** CreateGroupRequest memberIds */
                    memberIds?: (string[]|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** What is not as in every new group, each name once. The type can be set here alone. */
                    settings?: (skein.wire.v1.GroupSetting.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CreateGroupRequest. */
                type $Shape = skein.wire.v1.CreateGroupRequest.$Properties;
            }

            /**
             * Properties of an AddMembersRequest.
             * @deprecated Use skein.wire.v1.AddMembersRequest.$Properties instead.
             */
            interface IAddMembersRequest extends skein.wire.v1.AddMembersRequest.$Properties {
            }

            /** group/add-members, client to server. */
            class AddMembersRequest {

                /**
                 * Constructs a new AddMembersRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.AddMembersRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AddMembersRequest conversationId. */
                conversationId: string;

                /** AddMembersRequest userIds. */
                userIds: string[];

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified AddMembersRequest message. Does not implicitly {@link skein.wire.v1.AddMembersRequest.verify|verify} messages.
                 * @param message AddMembersRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.AddMembersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AddMembersRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.AddMembersRequest & skein.wire.v1.AddMembersRequest.$Shape} AddMembersRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.AddMembersRequest & skein.wire.v1.AddMembersRequest.$Shape;
            }

            namespace AddMembersRequest {

                /** Properties of an AddMembersRequest. */
                interface $Properties {

                    /** AddMembersRequest conversationId */
                    conversationId?: (string|null);

                    /** AddMembersRequest userIds */
                    userIds?: (string[]|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AddMembersRequest. */
                type $Shape = skein.wire.v1.AddMembersRequest.$Properties;
            }

            /**
             * Properties of a RemoveMembersRequest.
             * @deprecated Use skein.wire.v1.RemoveMembersRequest.$Properties instead.
             */
            interface IRemoveMembersRequest extends skein.wire.v1.RemoveMembersRequest.$Properties {
            }

            /** group/remove-members, client to server. */
            class RemoveMembersRequest {

                /**
                 * Constructs a new RemoveMembersRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RemoveMembersRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RemoveMembersRequest conversationId. */
                conversationId: string;

                /** RemoveMembersRequest userIds. */
                userIds: string[];

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified RemoveMembersRequest message. Does not implicitly {@link skein.wire.v1.RemoveMembersRequest.verify|verify} messages.
                 * @param message RemoveMembersRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RemoveMembersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RemoveMembersRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RemoveMembersRequest & skein.wire.v1.RemoveMembersRequest.$Shape} RemoveMembersRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RemoveMembersRequest & skein.wire.v1.RemoveMembersRequest.$Shape;
            }

            namespace RemoveMembersRequest {

                /** Properties of a RemoveMembersRequest. */
                interface $Properties {

                    /** RemoveMembersRequest conversationId */
                    conversationId?: (string|null);

                    /** RemoveMembersRequest userIds */
                    userIds?: (string[]|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RemoveMembersRequest. */
                type $Shape = skein.wire.v1.RemoveMembersRequest.$Properties;
            }

            /**
             * Properties of a MemberChangeReply.
             * @deprecated Use skein.wire.v1.MemberChangeReply.$Properties instead.
             */
            interface IMemberChangeReply extends skein.wire.v1.MemberChangeReply.$Properties {
            }

            /** Answer to a request that names users who are to become members, or to be so no more, or are invited: what became of each. */
            class MemberChangeReply {

                /**
                 * Constructs a new MemberChangeReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MemberChangeReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** seq of the item it led to, or of the head when it changed nothing. */
                seq: number;

                /** Whom it changed: those who have joined by it, or gone, or are invited. */
                changed: string[];

                /** Of whom there was nothing to change: they were in already, or out. */
                already: string[];

                /** MemberChangeReply refused. */
                refused: skein.wire.v1.MemberRefusal.$Properties[];

                /** How many belong to the group now. */
                memberCount: number;

                /**
                 * Encodes the specified MemberChangeReply message. Does not implicitly {@link skein.wire.v1.MemberChangeReply.verify|verify} messages.
                 * @param message MemberChangeReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MemberChangeReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MemberChangeReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberChangeReply & skein.wire.v1.MemberChangeReply.$Shape} MemberChangeReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MemberChangeReply & skein.wire.v1.MemberChangeReply.$Shape;
            }

            namespace MemberChangeReply {

                /** Properties of a MemberChangeReply. */
                interface $Properties {

                    /** seq of the item it led to, or of the head when it changed nothing. */
                    seq?: (number|null);

                    /** Whom it changed: those who have joined by it, or gone, or are invited. */
                    changed?: (string[]|null);

                    /** Of whom there was nothing to change: they were in already, or out. */
                    already?: (string[]|null);

                    /** MemberChangeReply refused */
                    refused?: (skein.wire.v1.MemberRefusal.$Properties[]|null);

                    /** How many belong to the group now. */
                    memberCount?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MemberChangeReply. */
                type $Shape = skein.wire.v1.MemberChangeReply.$Properties;
            }

            /**
             * Properties of a MemberRefusal.
             * @deprecated Use skein.wire.v1.MemberRefusal.$Properties instead.
             */
            interface IMemberRefusal extends skein.wire.v1.MemberRefusal.$Properties {
            }

            /** One user of whom a member change was refused, while that of others was done. */
            class MemberRefusal {

                /**
                 * Constructs a new MemberRefusal.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MemberRefusal.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MemberRefusal userId. */
                userId: string;

                /** Code of the error catalogue, such as USER_NOT_FOUND or GROUP_FULL. */
                code: string;

                /**
                 * Encodes the specified MemberRefusal message. Does not implicitly {@link skein.wire.v1.MemberRefusal.verify|verify} messages.
                 * @param message MemberRefusal message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MemberRefusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MemberRefusal message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberRefusal & skein.wire.v1.MemberRefusal.$Shape} MemberRefusal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MemberRefusal & skein.wire.v1.MemberRefusal.$Shape;
            }

            namespace MemberRefusal {

                /** Properties of a MemberRefusal. */
                interface $Properties {

                    /** MemberRefusal userId */
                    userId?: (string|null);

                    /** Code of the error catalogue, such as USER_NOT_FOUND or GROUP_FULL. */
                    code?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MemberRefusal. */
                type $Shape = skein.wire.v1.MemberRefusal.$Properties;
            }

            /**
             * Properties of a LeaveGroupRequest.
             * @deprecated Use skein.wire.v1.LeaveGroupRequest.$Properties instead.
             */
            interface ILeaveGroupRequest extends skein.wire.v1.LeaveGroupRequest.$Properties {
            }

            /** group/leave-group, client to server. */
            class LeaveGroupRequest {

                /**
                 * Constructs a new LeaveGroupRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.LeaveGroupRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LeaveGroupRequest conversationId. */
                conversationId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified LeaveGroupRequest message. Does not implicitly {@link skein.wire.v1.LeaveGroupRequest.verify|verify} messages.
                 * @param message LeaveGroupRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.LeaveGroupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LeaveGroupRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.LeaveGroupRequest & skein.wire.v1.LeaveGroupRequest.$Shape} LeaveGroupRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.LeaveGroupRequest & skein.wire.v1.LeaveGroupRequest.$Shape;
            }

            namespace LeaveGroupRequest {

                /** Properties of a LeaveGroupRequest. */
                interface $Properties {

                    /** LeaveGroupRequest conversationId */
                    conversationId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LeaveGroupRequest. */
                type $Shape = skein.wire.v1.LeaveGroupRequest.$Properties;
            }

            /**
             * Properties of a ChangeRoleRequest.
             * @deprecated Use skein.wire.v1.ChangeRoleRequest.$Properties instead.
             */
            interface IChangeRoleRequest extends skein.wire.v1.ChangeRoleRequest.$Properties {
            }

            /** group/change-role, client to server. */
            class ChangeRoleRequest {

                /**
                 * Constructs a new ChangeRoleRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.ChangeRoleRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ChangeRoleRequest conversationId. */
                conversationId: string;

                /** ChangeRoleRequest userId. */
                userId: string;

                /** ChangeRoleRequest role. */
                role: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified ChangeRoleRequest message. Does not implicitly {@link skein.wire.v1.ChangeRoleRequest.verify|verify} messages.
                 * @param message ChangeRoleRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.ChangeRoleRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ChangeRoleRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.ChangeRoleRequest & skein.wire.v1.ChangeRoleRequest.$Shape} ChangeRoleRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.ChangeRoleRequest & skein.wire.v1.ChangeRoleRequest.$Shape;
            }

            namespace ChangeRoleRequest {

                /** Properties of a ChangeRoleRequest. */
                interface $Properties {

                    /** ChangeRoleRequest conversationId */
                    conversationId?: (string|null);

                    /** ChangeRoleRequest userId */
                    userId?: (string|null);

                    /** ChangeRoleRequest role */
                    role?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ChangeRoleRequest. */
                type $Shape = skein.wire.v1.ChangeRoleRequest.$Properties;
            }

            /**
             * Properties of a MuteMemberRequest.
             * @deprecated Use skein.wire.v1.MuteMemberRequest.$Properties instead.
             */
            interface IMuteMemberRequest extends skein.wire.v1.MuteMemberRequest.$Properties {
            }

            /** group/mute-member, client to server. */
            class MuteMemberRequest {

                /**
                 * Constructs a new MuteMemberRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MuteMemberRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MuteMemberRequest conversationId. */
                conversationId: string;

                /** MuteMemberRequest userId. */
                userId: string;

                /** For how long from now on, ms; 0 lets them speak again. */
                durationMs: number;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified MuteMemberRequest message. Does not implicitly {@link skein.wire.v1.MuteMemberRequest.verify|verify} messages.
                 * @param message MuteMemberRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MuteMemberRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MuteMemberRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MuteMemberRequest & skein.wire.v1.MuteMemberRequest.$Shape} MuteMemberRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MuteMemberRequest & skein.wire.v1.MuteMemberRequest.$Shape;
            }

            namespace MuteMemberRequest {

                /** Properties of a MuteMemberRequest. */
                interface $Properties {

                    /** MuteMemberRequest conversationId */
                    conversationId?: (string|null);

                    /** MuteMemberRequest userId */
                    userId?: (string|null);

                    /** For how long from now on, ms; 0 lets them speak again. */
                    durationMs?: (number|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MuteMemberRequest. */
                type $Shape = skein.wire.v1.MuteMemberRequest.$Properties;
            }

            /**
             * Properties of a SetNicknameRequest.
             * @deprecated Use skein.wire.v1.SetNicknameRequest.$Properties instead.
             */
            interface ISetNicknameRequest extends skein.wire.v1.SetNicknameRequest.$Properties {
            }

            /** group/set-nickname, client to server. */
            class SetNicknameRequest {

                /**
                 * Constructs a new SetNicknameRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.SetNicknameRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SetNicknameRequest conversationId. */
                conversationId: string;

                /** SetNicknameRequest userId. */
                userId: string;

                /** How the group calls them; empty for by their own name. On one line, and something to be seen. */
                nickname: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified SetNicknameRequest message. Does not implicitly {@link skein.wire.v1.SetNicknameRequest.verify|verify} messages.
                 * @param message SetNicknameRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.SetNicknameRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SetNicknameRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SetNicknameRequest & skein.wire.v1.SetNicknameRequest.$Shape} SetNicknameRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.SetNicknameRequest & skein.wire.v1.SetNicknameRequest.$Shape;
            }

            namespace SetNicknameRequest {

                /** Properties of a SetNicknameRequest. */
                interface $Properties {

                    /** SetNicknameRequest conversationId */
                    conversationId?: (string|null);

                    /** SetNicknameRequest userId */
                    userId?: (string|null);

                    /** How the group calls them; empty for by their own name. On one line, and something to be seen. */
                    nickname?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SetNicknameRequest. */
                type $Shape = skein.wire.v1.SetNicknameRequest.$Properties;
            }

            /**
             * Properties of a GroupMember.
             * @deprecated Use skein.wire.v1.GroupMember.$Properties instead.
             */
            interface IGroupMember extends skein.wire.v1.GroupMember.$Properties {
            }

            /** A member as a page of them shows it. */
            class GroupMember {

                /**
                 * Constructs a new GroupMember.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.GroupMember.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GroupMember userId. */
                userId: string;

                /** owner, admin or member. */
                role: string;

                /** How the group calls them; empty for by their own name. */
                nickname: string;

                /** Until when they may say nothing, milliseconds since the epoch; it may be over. 0 for one who was never muted. */
                mutedUntilMs: number;

                /**
                 * Encodes the specified GroupMember message. Does not implicitly {@link skein.wire.v1.GroupMember.verify|verify} messages.
                 * @param message GroupMember message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.GroupMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GroupMember message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupMember & skein.wire.v1.GroupMember.$Shape} GroupMember
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.GroupMember & skein.wire.v1.GroupMember.$Shape;
            }

            namespace GroupMember {

                /** Properties of a GroupMember. */
                interface $Properties {

                    /** GroupMember userId */
                    userId?: (string|null);

                    /** owner, admin or member. */
                    role?: (string|null);

                    /** How the group calls them; empty for by their own name. */
                    nickname?: (string|null);

                    /** Until when they may say nothing, milliseconds since the epoch; it may be over. 0 for one who was never muted. */
                    mutedUntilMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GroupMember. */
                type $Shape = skein.wire.v1.GroupMember.$Properties;
            }

            /**
             * Properties of a MembersRequest.
             * @deprecated Use skein.wire.v1.MembersRequest.$Properties instead.
             */
            interface IMembersRequest extends skein.wire.v1.MembersRequest.$Properties {
            }

            /** group/members, client to server. */
            class MembersRequest {

                /**
                 * Constructs a new MembersRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MembersRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MembersRequest conversationId. */
                conversationId: string;

                /** Continue behind this user; empty for the first page. */
                afterUserId: string;

                /** MembersRequest limit. */
                limit: number;

                /** Only those with this role: owner, admin or member. Empty for all. */
                role: string;

                /**
                 * Encodes the specified MembersRequest message. Does not implicitly {@link skein.wire.v1.MembersRequest.verify|verify} messages.
                 * @param message MembersRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MembersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MembersRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MembersRequest & skein.wire.v1.MembersRequest.$Shape} MembersRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MembersRequest & skein.wire.v1.MembersRequest.$Shape;
            }

            namespace MembersRequest {

                /** Properties of a MembersRequest. */
                interface $Properties {

                    /** MembersRequest conversationId */
                    conversationId?: (string|null);

                    /** Continue behind this user; empty for the first page. */
                    afterUserId?: (string|null);

                    /** MembersRequest limit */
                    limit?: (number|null);

                    /** Only those with this role: owner, admin or member. Empty for all. */
                    role?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MembersRequest. */
                type $Shape = skein.wire.v1.MembersRequest.$Properties;
            }

            /**
             * Properties of a MembersReply.
             * @deprecated Use skein.wire.v1.MembersReply.$Properties instead.
             */
            interface IMembersReply extends skein.wire.v1.MembersReply.$Properties {
            }

            /** Represents a MembersReply. */
            class MembersReply {

                /**
                 * Constructs a new MembersReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MembersReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MembersReply members. */
                members: skein.wire.v1.GroupMember.$Properties[];

                /** MembersReply more. */
                more: boolean;

                /** How far the views had come in this conversation: changes of members up to there are in the page. */
                viewSeq: number;

                /**
                 * Encodes the specified MembersReply message. Does not implicitly {@link skein.wire.v1.MembersReply.verify|verify} messages.
                 * @param message MembersReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MembersReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MembersReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MembersReply & skein.wire.v1.MembersReply.$Shape} MembersReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MembersReply & skein.wire.v1.MembersReply.$Shape;
            }

            namespace MembersReply {

                /** Properties of a MembersReply. */
                interface $Properties {

                    /** MembersReply members */
                    members?: (skein.wire.v1.GroupMember.$Properties[]|null);

                    /** MembersReply more */
                    more?: (boolean|null);

                    /** How far the views had come in this conversation: changes of members up to there are in the page. */
                    viewSeq?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MembersReply. */
                type $Shape = skein.wire.v1.MembersReply.$Properties;
            }

            /**
             * Properties of a MyGroupsRequest.
             * @deprecated Use skein.wire.v1.MyGroupsRequest.$Properties instead.
             */
            interface IMyGroupsRequest extends skein.wire.v1.MyGroupsRequest.$Properties {
            }

            /** group/my-groups, client to server: the groups that one is in now, by conversation id. */
            class MyGroupsRequest {

                /**
                 * Constructs a new MyGroupsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MyGroupsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Continue behind this group; empty for the first page. */
                afterConversationId: string;

                /** 0 for the server's default. */
                limit: number;

                /**
                 * Encodes the specified MyGroupsRequest message. Does not implicitly {@link skein.wire.v1.MyGroupsRequest.verify|verify} messages.
                 * @param message MyGroupsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MyGroupsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MyGroupsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MyGroupsRequest & skein.wire.v1.MyGroupsRequest.$Shape} MyGroupsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MyGroupsRequest & skein.wire.v1.MyGroupsRequest.$Shape;
            }

            namespace MyGroupsRequest {

                /** Properties of a MyGroupsRequest. */
                interface $Properties {

                    /** Continue behind this group; empty for the first page. */
                    afterConversationId?: (string|null);

                    /** 0 for the server's default. */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MyGroupsRequest. */
                type $Shape = skein.wire.v1.MyGroupsRequest.$Properties;
            }

            /**
             * Properties of a MyGroupsReply.
             * @deprecated Use skein.wire.v1.MyGroupsReply.$Properties instead.
             */
            interface IMyGroupsReply extends skein.wire.v1.MyGroupsReply.$Properties {
            }

            /** Represents a MyGroupsReply. */
            class MyGroupsReply {

                /**
                 * Constructs a new MyGroupsReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MyGroupsReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** As sync tells of them; those that were dismissed while the user was in are among them, and say so. */
                groups: skein.wire.v1.Session.$Properties[];

                /** MyGroupsReply more. */
                more: boolean;

                /**
                 * Encodes the specified MyGroupsReply message. Does not implicitly {@link skein.wire.v1.MyGroupsReply.verify|verify} messages.
                 * @param message MyGroupsReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MyGroupsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MyGroupsReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MyGroupsReply & skein.wire.v1.MyGroupsReply.$Shape} MyGroupsReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MyGroupsReply & skein.wire.v1.MyGroupsReply.$Shape;
            }

            namespace MyGroupsReply {

                /** Properties of a MyGroupsReply. */
                interface $Properties {

                    /** As sync tells of them; those that were dismissed while the user was in are among them, and say so. */
                    groups?: (skein.wire.v1.Session.$Properties[]|null);

                    /** MyGroupsReply more */
                    more?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MyGroupsReply. */
                type $Shape = skein.wire.v1.MyGroupsReply.$Properties;
            }

            /**
             * Properties of an AreMembersRequest.
             * @deprecated Use skein.wire.v1.AreMembersRequest.$Properties instead.
             */
            interface IAreMembersRequest extends skein.wire.v1.AreMembersRequest.$Properties {
            }

            /** group/are-members, client to server. */
            class AreMembersRequest {

                /**
                 * Constructs a new AreMembersRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.AreMembersRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AreMembersRequest conversationId. */
                conversationId: string;

                /** As many at a time as may be added at a time. */
                userIds: string[];

                /**
                 * Encodes the specified AreMembersRequest message. Does not implicitly {@link skein.wire.v1.AreMembersRequest.verify|verify} messages.
                 * @param message AreMembersRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.AreMembersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AreMembersRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.AreMembersRequest & skein.wire.v1.AreMembersRequest.$Shape} AreMembersRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.AreMembersRequest & skein.wire.v1.AreMembersRequest.$Shape;
            }

            namespace AreMembersRequest {

                /** Properties of an AreMembersRequest. */
                interface $Properties {

                    /** AreMembersRequest conversationId */
                    conversationId?: (string|null);

                    /** As many at a time as may be added at a time. */
                    userIds?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AreMembersRequest. */
                type $Shape = skein.wire.v1.AreMembersRequest.$Properties;
            }

            /**
             * Properties of an AreMembersReply.
             * @deprecated Use skein.wire.v1.AreMembersReply.$Properties instead.
             */
            interface IAreMembersReply extends skein.wire.v1.AreMembersReply.$Properties {
            }

            /** Represents an AreMembersReply. */
            class AreMembersReply {

                /**
                 * Constructs a new AreMembersReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.AreMembersReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Those of them who are in now, each once, by user id. */
                members: skein.wire.v1.Member.$Properties[];

                /** How far the views had come in this conversation: changes of members up to there are in the answer. */
                viewSeq: number;

                /**
                 * Encodes the specified AreMembersReply message. Does not implicitly {@link skein.wire.v1.AreMembersReply.verify|verify} messages.
                 * @param message AreMembersReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.AreMembersReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AreMembersReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.AreMembersReply & skein.wire.v1.AreMembersReply.$Shape} AreMembersReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.AreMembersReply & skein.wire.v1.AreMembersReply.$Shape;
            }

            namespace AreMembersReply {

                /** Properties of an AreMembersReply. */
                interface $Properties {

                    /** Those of them who are in now, each once, by user id. */
                    members?: (skein.wire.v1.Member.$Properties[]|null);

                    /** How far the views had come in this conversation: changes of members up to there are in the answer. */
                    viewSeq?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AreMembersReply. */
                type $Shape = skein.wire.v1.AreMembersReply.$Properties;
            }

            /**
             * Properties of a ChangeGroupRequest.
             * @deprecated Use skein.wire.v1.ChangeGroupRequest.$Properties instead.
             */
            interface IChangeGroupRequest extends skein.wire.v1.ChangeGroupRequest.$Properties {
            }

            /** group/change-group, client to server. */
            class ChangeGroupRequest {

                /**
                 * Constructs a new ChangeGroupRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.ChangeGroupRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ChangeGroupRequest conversationId. */
                conversationId: string;

                /** What is set, each name once; the others stay as they are. */
                settings: skein.wire.v1.GroupSetting.$Properties[];

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified ChangeGroupRequest message. Does not implicitly {@link skein.wire.v1.ChangeGroupRequest.verify|verify} messages.
                 * @param message ChangeGroupRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.ChangeGroupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ChangeGroupRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.ChangeGroupRequest & skein.wire.v1.ChangeGroupRequest.$Shape} ChangeGroupRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.ChangeGroupRequest & skein.wire.v1.ChangeGroupRequest.$Shape;
            }

            namespace ChangeGroupRequest {

                /** Properties of a ChangeGroupRequest. */
                interface $Properties {

                    /** ChangeGroupRequest conversationId */
                    conversationId?: (string|null);

                    /** What is set, each name once; the others stay as they are. */
                    settings?: (skein.wire.v1.GroupSetting.$Properties[]|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ChangeGroupRequest. */
                type $Shape = skein.wire.v1.ChangeGroupRequest.$Properties;
            }

            /**
             * Properties of a DismissGroupRequest.
             * @deprecated Use skein.wire.v1.DismissGroupRequest.$Properties instead.
             */
            interface IDismissGroupRequest extends skein.wire.v1.DismissGroupRequest.$Properties {
            }

            /** group/dismiss-group, client to server. */
            class DismissGroupRequest {

                /**
                 * Constructs a new DismissGroupRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.DismissGroupRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DismissGroupRequest conversationId. */
                conversationId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified DismissGroupRequest message. Does not implicitly {@link skein.wire.v1.DismissGroupRequest.verify|verify} messages.
                 * @param message DismissGroupRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.DismissGroupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DismissGroupRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.DismissGroupRequest & skein.wire.v1.DismissGroupRequest.$Shape} DismissGroupRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.DismissGroupRequest & skein.wire.v1.DismissGroupRequest.$Shape;
            }

            namespace DismissGroupRequest {

                /** Properties of a DismissGroupRequest. */
                interface $Properties {

                    /** DismissGroupRequest conversationId */
                    conversationId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DismissGroupRequest. */
                type $Shape = skein.wire.v1.DismissGroupRequest.$Properties;
            }

            /**
             * Properties of a GroupInfoRequest.
             * @deprecated Use skein.wire.v1.GroupInfoRequest.$Properties instead.
             */
            interface IGroupInfoRequest extends skein.wire.v1.GroupInfoRequest.$Properties {
            }

            /** group/group-info, client to server: for those who are in. */
            class GroupInfoRequest {

                /**
                 * Constructs a new GroupInfoRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.GroupInfoRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GroupInfoRequest conversationId. */
                conversationId: string;

                /**
                 * Encodes the specified GroupInfoRequest message. Does not implicitly {@link skein.wire.v1.GroupInfoRequest.verify|verify} messages.
                 * @param message GroupInfoRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.GroupInfoRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GroupInfoRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupInfoRequest & skein.wire.v1.GroupInfoRequest.$Shape} GroupInfoRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.GroupInfoRequest & skein.wire.v1.GroupInfoRequest.$Shape;
            }

            namespace GroupInfoRequest {

                /** Properties of a GroupInfoRequest. */
                interface $Properties {

                    /** GroupInfoRequest conversationId */
                    conversationId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GroupInfoRequest. */
                type $Shape = skein.wire.v1.GroupInfoRequest.$Properties;
            }

            /**
             * Properties of a GroupInfoReply.
             * @deprecated Use skein.wire.v1.GroupInfoReply.$Properties instead.
             */
            interface IGroupInfoReply extends skein.wire.v1.GroupInfoReply.$Properties {
            }

            /** Represents a GroupInfoReply. */
            class GroupInfoReply {

                /**
                 * Constructs a new GroupInfoReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.GroupInfoReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GroupInfoReply name. */
                name: string;

                /** Empty for a group without one. */
                ownerId: string;

                /** GroupInfoReply creatorId. */
                creatorId: string;

                /** GroupInfoReply memberCount. */
                memberCount: number;

                /** What is not as in every new group. */
                settings: skein.wire.v1.GroupSetting.$Properties[];

                /** Milliseconds since the epoch; 0 for a group that was not dismissed. */
                dismissedAtMs: number;

                /** How far the views had come in this conversation: changes up to there are in the answer. */
                viewSeq: number;

                /**
                 * Encodes the specified GroupInfoReply message. Does not implicitly {@link skein.wire.v1.GroupInfoReply.verify|verify} messages.
                 * @param message GroupInfoReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.GroupInfoReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GroupInfoReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupInfoReply & skein.wire.v1.GroupInfoReply.$Shape} GroupInfoReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.GroupInfoReply & skein.wire.v1.GroupInfoReply.$Shape;
            }

            namespace GroupInfoReply {

                /** Properties of a GroupInfoReply. */
                interface $Properties {

                    /** GroupInfoReply name */
                    name?: (string|null);

                    /** Empty for a group without one. */
                    ownerId?: (string|null);

                    /** GroupInfoReply creatorId */
                    creatorId?: (string|null);

                    /** GroupInfoReply memberCount */
                    memberCount?: (number|null);

                    /** What is not as in every new group. */
                    settings?: (skein.wire.v1.GroupSetting.$Properties[]|null);

                    /** Milliseconds since the epoch; 0 for a group that was not dismissed. */
                    dismissedAtMs?: (number|null);

                    /** How far the views had come in this conversation: changes up to there are in the answer. */
                    viewSeq?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GroupInfoReply. */
                type $Shape = skein.wire.v1.GroupInfoReply.$Properties;
            }

            /**
             * Properties of a FollowRoomRequest.
             * @deprecated Use skein.wire.v1.FollowRoomRequest.$Properties instead.
             */
            interface IFollowRoomRequest extends skein.wire.v1.FollowRoomRequest.$Properties {
            }

            /** group/follow-room, client to server: whoever may is told what is said in a live room, a member or not, until the connection ends. */
            class FollowRoomRequest {

                /**
                 * Constructs a new FollowRoomRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.FollowRoomRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FollowRoomRequest conversationId. */
                conversationId: string;

                /**
                 * Encodes the specified FollowRoomRequest message. Does not implicitly {@link skein.wire.v1.FollowRoomRequest.verify|verify} messages.
                 * @param message FollowRoomRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.FollowRoomRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FollowRoomRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FollowRoomRequest & skein.wire.v1.FollowRoomRequest.$Shape} FollowRoomRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.FollowRoomRequest & skein.wire.v1.FollowRoomRequest.$Shape;
            }

            namespace FollowRoomRequest {

                /** Properties of a FollowRoomRequest. */
                interface $Properties {

                    /** FollowRoomRequest conversationId */
                    conversationId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FollowRoomRequest. */
                type $Shape = skein.wire.v1.FollowRoomRequest.$Properties;
            }

            /**
             * Properties of a FollowRoomReply.
             * @deprecated Use skein.wire.v1.FollowRoomReply.$Properties instead.
             */
            interface IFollowRoomReply extends skein.wire.v1.FollowRoomReply.$Properties {
            }

            /** Represents a FollowRoomReply. */
            class FollowRoomReply {

                /**
                 * Constructs a new FollowRoomReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.FollowRoomReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** How many connections follow the room, about: what gateways said in the last seconds. */
                followers: number;

                /** FollowRoomReply name. */
                name: string;

                /** What is not as in every new group. */
                settings: skein.wire.v1.GroupSetting.$Properties[];

                /**
                 * Encodes the specified FollowRoomReply message. Does not implicitly {@link skein.wire.v1.FollowRoomReply.verify|verify} messages.
                 * @param message FollowRoomReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.FollowRoomReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FollowRoomReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FollowRoomReply & skein.wire.v1.FollowRoomReply.$Shape} FollowRoomReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.FollowRoomReply & skein.wire.v1.FollowRoomReply.$Shape;
            }

            namespace FollowRoomReply {

                /** Properties of a FollowRoomReply. */
                interface $Properties {

                    /** How many connections follow the room, about: what gateways said in the last seconds. */
                    followers?: (number|null);

                    /** FollowRoomReply name */
                    name?: (string|null);

                    /** What is not as in every new group. */
                    settings?: (skein.wire.v1.GroupSetting.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FollowRoomReply. */
                type $Shape = skein.wire.v1.FollowRoomReply.$Properties;
            }

            /**
             * Properties of an UnfollowRoomRequest.
             * @deprecated Use skein.wire.v1.UnfollowRoomRequest.$Properties instead.
             */
            interface IUnfollowRoomRequest extends skein.wire.v1.UnfollowRoomRequest.$Properties {
            }

            /** group/unfollow-room, client to server. */
            class UnfollowRoomRequest {

                /**
                 * Constructs a new UnfollowRoomRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.UnfollowRoomRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UnfollowRoomRequest conversationId. */
                conversationId: string;

                /**
                 * Encodes the specified UnfollowRoomRequest message. Does not implicitly {@link skein.wire.v1.UnfollowRoomRequest.verify|verify} messages.
                 * @param message UnfollowRoomRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.UnfollowRoomRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UnfollowRoomRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UnfollowRoomRequest & skein.wire.v1.UnfollowRoomRequest.$Shape} UnfollowRoomRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.UnfollowRoomRequest & skein.wire.v1.UnfollowRoomRequest.$Shape;
            }

            namespace UnfollowRoomRequest {

                /** Properties of an UnfollowRoomRequest. */
                interface $Properties {

                    /** UnfollowRoomRequest conversationId */
                    conversationId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UnfollowRoomRequest. */
                type $Shape = skein.wire.v1.UnfollowRoomRequest.$Properties;
            }

            /**
             * Properties of a SignalRequest.
             * @deprecated Use skein.wire.v1.SignalRequest.$Properties instead.
             */
            interface ISignalRequest extends skein.wire.v1.SignalRequest.$Properties {
            }

            /** group/signal, client to server. */
            class SignalRequest {

                /**
                 * Constructs a new SignalRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.SignalRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SignalRequest conversationId. */
                conversationId: string;

                /** SignalRequest body. */
                body?: (skein.wire.v1.Body.$Properties|null);

                /**
                 * Encodes the specified SignalRequest message. Does not implicitly {@link skein.wire.v1.SignalRequest.verify|verify} messages.
                 * @param message SignalRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.SignalRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SignalRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SignalRequest & skein.wire.v1.SignalRequest.$Shape} SignalRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.SignalRequest & skein.wire.v1.SignalRequest.$Shape;
            }

            namespace SignalRequest {

                /** Properties of a SignalRequest. */
                interface $Properties {

                    /** SignalRequest conversationId */
                    conversationId?: (string|null);

                    /** SignalRequest body */
                    body?: (skein.wire.v1.Body.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SignalRequest. */
                type $Shape = skein.wire.v1.SignalRequest.$Properties;
            }

            /**
             * Properties of a SignalReply.
             * @deprecated Use skein.wire.v1.SignalReply.$Properties instead.
             */
            interface ISignalReply extends skein.wire.v1.SignalReply.$Properties {
            }

            /** It is on its way to those who follow; nobody is waited for, and nothing is stored. */
            class SignalReply {

                /**
                 * Constructs a new SignalReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.SignalReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** When the server received it, milliseconds since the epoch. */
                sentAtMs: number;

                /**
                 * Encodes the specified SignalReply message. Does not implicitly {@link skein.wire.v1.SignalReply.verify|verify} messages.
                 * @param message SignalReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.SignalReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SignalReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SignalReply & skein.wire.v1.SignalReply.$Shape} SignalReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.SignalReply & skein.wire.v1.SignalReply.$Shape;
            }

            namespace SignalReply {

                /** Properties of a SignalReply. */
                interface $Properties {

                    /** When the server received it, milliseconds since the epoch. */
                    sentAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SignalReply. */
                type $Shape = skein.wire.v1.SignalReply.$Properties;
            }

            /**
             * Properties of an InviteToGroupRequest.
             * @deprecated Use skein.wire.v1.InviteToGroupRequest.$Properties instead.
             */
            interface IInviteToGroupRequest extends skein.wire.v1.InviteToGroupRequest.$Properties {
            }

            /** group/invite-to-group, client to server, by whoever may add members. */
            class InviteToGroupRequest {

                /**
                 * Constructs a new InviteToGroupRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.InviteToGroupRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InviteToGroupRequest conversationId. */
                conversationId: string;

                /** InviteToGroupRequest userIds. */
                userIds: string[];

                /** What the inviter says to them; may be empty. */
                greeting: string;

                /** From when on the invitations count no more, milliseconds since the epoch; 0 for never. */
                expiresAtMs: number;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified InviteToGroupRequest message. Does not implicitly {@link skein.wire.v1.InviteToGroupRequest.verify|verify} messages.
                 * @param message InviteToGroupRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.InviteToGroupRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InviteToGroupRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.InviteToGroupRequest & skein.wire.v1.InviteToGroupRequest.$Shape} InviteToGroupRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.InviteToGroupRequest & skein.wire.v1.InviteToGroupRequest.$Shape;
            }

            namespace InviteToGroupRequest {

                /** Properties of an InviteToGroupRequest. */
                interface $Properties {

                    /** InviteToGroupRequest conversationId */
                    conversationId?: (string|null);

                    /** InviteToGroupRequest userIds */
                    userIds?: (string[]|null);

                    /** What the inviter says to them; may be empty. */
                    greeting?: (string|null);

                    /** From when on the invitations count no more, milliseconds since the epoch; 0 for never. */
                    expiresAtMs?: (number|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InviteToGroupRequest. */
                type $Shape = skein.wire.v1.InviteToGroupRequest.$Properties;
            }

            /**
             * Properties of an AnswerInvitationRequest.
             * @deprecated Use skein.wire.v1.AnswerInvitationRequest.$Properties instead.
             */
            interface IAnswerInvitationRequest extends skein.wire.v1.AnswerInvitationRequest.$Properties {
            }

            /** group/answer-invitation, client to server. */
            class AnswerInvitationRequest {

                /**
                 * Constructs a new AnswerInvitationRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.AnswerInvitationRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AnswerInvitationRequest conversationId. */
                conversationId: string;

                /** AnswerInvitationRequest accept. */
                accept: boolean;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified AnswerInvitationRequest message. Does not implicitly {@link skein.wire.v1.AnswerInvitationRequest.verify|verify} messages.
                 * @param message AnswerInvitationRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.AnswerInvitationRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AnswerInvitationRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.AnswerInvitationRequest & skein.wire.v1.AnswerInvitationRequest.$Shape} AnswerInvitationRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.AnswerInvitationRequest & skein.wire.v1.AnswerInvitationRequest.$Shape;
            }

            namespace AnswerInvitationRequest {

                /** Properties of an AnswerInvitationRequest. */
                interface $Properties {

                    /** AnswerInvitationRequest conversationId */
                    conversationId?: (string|null);

                    /** AnswerInvitationRequest accept */
                    accept?: (boolean|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AnswerInvitationRequest. */
                type $Shape = skein.wire.v1.AnswerInvitationRequest.$Properties;
            }

            /**
             * Properties of a RevokeInvitationRequest.
             * @deprecated Use skein.wire.v1.RevokeInvitationRequest.$Properties instead.
             */
            interface IRevokeInvitationRequest extends skein.wire.v1.RevokeInvitationRequest.$Properties {
            }

            /** group/revoke-invitation, client to server, by the group's owner or an admin, or by whoever had invited the user. */
            class RevokeInvitationRequest {

                /**
                 * Constructs a new RevokeInvitationRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RevokeInvitationRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RevokeInvitationRequest conversationId. */
                conversationId: string;

                /** RevokeInvitationRequest userId. */
                userId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified RevokeInvitationRequest message. Does not implicitly {@link skein.wire.v1.RevokeInvitationRequest.verify|verify} messages.
                 * @param message RevokeInvitationRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RevokeInvitationRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RevokeInvitationRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RevokeInvitationRequest & skein.wire.v1.RevokeInvitationRequest.$Shape} RevokeInvitationRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RevokeInvitationRequest & skein.wire.v1.RevokeInvitationRequest.$Shape;
            }

            namespace RevokeInvitationRequest {

                /** Properties of a RevokeInvitationRequest. */
                interface $Properties {

                    /** RevokeInvitationRequest conversationId */
                    conversationId?: (string|null);

                    /** RevokeInvitationRequest userId */
                    userId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RevokeInvitationRequest. */
                type $Shape = skein.wire.v1.RevokeInvitationRequest.$Properties;
            }

            /**
             * Properties of a WithdrawJoinRequestRequest.
             * @deprecated Use skein.wire.v1.WithdrawJoinRequestRequest.$Properties instead.
             */
            interface IWithdrawJoinRequestRequest extends skein.wire.v1.WithdrawJoinRequestRequest.$Properties {
            }

            /** group/withdraw-join-request, client to server, by whoever had asked. */
            class WithdrawJoinRequestRequest {

                /**
                 * Constructs a new WithdrawJoinRequestRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.WithdrawJoinRequestRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** WithdrawJoinRequestRequest conversationId. */
                conversationId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified WithdrawJoinRequestRequest message. Does not implicitly {@link skein.wire.v1.WithdrawJoinRequestRequest.verify|verify} messages.
                 * @param message WithdrawJoinRequestRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.WithdrawJoinRequestRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a WithdrawJoinRequestRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.WithdrawJoinRequestRequest & skein.wire.v1.WithdrawJoinRequestRequest.$Shape} WithdrawJoinRequestRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.WithdrawJoinRequestRequest & skein.wire.v1.WithdrawJoinRequestRequest.$Shape;
            }

            namespace WithdrawJoinRequestRequest {

                /** Properties of a WithdrawJoinRequestRequest. */
                interface $Properties {

                    /** WithdrawJoinRequestRequest conversationId */
                    conversationId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a WithdrawJoinRequestRequest. */
                type $Shape = skein.wire.v1.WithdrawJoinRequestRequest.$Properties;
            }

            /**
             * Properties of a MakeJoinLinkRequest.
             * @deprecated Use skein.wire.v1.MakeJoinLinkRequest.$Properties instead.
             */
            interface IMakeJoinLinkRequest extends skein.wire.v1.MakeJoinLinkRequest.$Properties {
            }

            /** group/make-join-link, client to server, by the group's owner or an admin; by the owner alone where nobody else adds members. */
            class MakeJoinLinkRequest {

                /**
                 * Constructs a new MakeJoinLinkRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MakeJoinLinkRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MakeJoinLinkRequest conversationId. */
                conversationId: string;

                /** Made by the device of chance, 22 to 64 of A-Za-z0-9_-: whoever knows it joins. Servers keep its SHA-256 alone, and can tell it to nobody. */
                token: string;

                /** From when on nobody joins by it, milliseconds since the epoch; 0 for never. */
                expiresAtMs: number;

                /** How many may join by it; 0 for any number. */
                usesMax: number;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified MakeJoinLinkRequest message. Does not implicitly {@link skein.wire.v1.MakeJoinLinkRequest.verify|verify} messages.
                 * @param message MakeJoinLinkRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MakeJoinLinkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MakeJoinLinkRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MakeJoinLinkRequest & skein.wire.v1.MakeJoinLinkRequest.$Shape} MakeJoinLinkRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MakeJoinLinkRequest & skein.wire.v1.MakeJoinLinkRequest.$Shape;
            }

            namespace MakeJoinLinkRequest {

                /** Properties of a MakeJoinLinkRequest. */
                interface $Properties {

                    /** MakeJoinLinkRequest conversationId */
                    conversationId?: (string|null);

                    /** Made by the device of chance, 22 to 64 of A-Za-z0-9_-: whoever knows it joins. Servers keep its SHA-256 alone, and can tell it to nobody. */
                    token?: (string|null);

                    /** From when on nobody joins by it, milliseconds since the epoch; 0 for never. */
                    expiresAtMs?: (number|null);

                    /** How many may join by it; 0 for any number. */
                    usesMax?: (number|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MakeJoinLinkRequest. */
                type $Shape = skein.wire.v1.MakeJoinLinkRequest.$Properties;
            }

            /**
             * Properties of a JoinLinkReply.
             * @deprecated Use skein.wire.v1.JoinLinkReply.$Properties instead.
             */
            interface IJoinLinkReply extends skein.wire.v1.JoinLinkReply.$Properties {
            }

            /** Represents a JoinLinkReply. */
            class JoinLinkReply {

                /**
                 * Constructs a new JoinLinkReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinLinkReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** By which it is revoked. */
                linkId: string;

                /**
                 * Encodes the specified JoinLinkReply message. Does not implicitly {@link skein.wire.v1.JoinLinkReply.verify|verify} messages.
                 * @param message JoinLinkReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinLinkReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinLinkReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinLinkReply & skein.wire.v1.JoinLinkReply.$Shape} JoinLinkReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinLinkReply & skein.wire.v1.JoinLinkReply.$Shape;
            }

            namespace JoinLinkReply {

                /** Properties of a JoinLinkReply. */
                interface $Properties {

                    /** By which it is revoked. */
                    linkId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinLinkReply. */
                type $Shape = skein.wire.v1.JoinLinkReply.$Properties;
            }

            /**
             * Properties of a RevokeJoinLinkRequest.
             * @deprecated Use skein.wire.v1.RevokeJoinLinkRequest.$Properties instead.
             */
            interface IRevokeJoinLinkRequest extends skein.wire.v1.RevokeJoinLinkRequest.$Properties {
            }

            /** group/revoke-join-link, client to server, by the group's owner or an admin. */
            class RevokeJoinLinkRequest {

                /**
                 * Constructs a new RevokeJoinLinkRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RevokeJoinLinkRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RevokeJoinLinkRequest conversationId. */
                conversationId: string;

                /** RevokeJoinLinkRequest linkId. */
                linkId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified RevokeJoinLinkRequest message. Does not implicitly {@link skein.wire.v1.RevokeJoinLinkRequest.verify|verify} messages.
                 * @param message RevokeJoinLinkRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RevokeJoinLinkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RevokeJoinLinkRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RevokeJoinLinkRequest & skein.wire.v1.RevokeJoinLinkRequest.$Shape} RevokeJoinLinkRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RevokeJoinLinkRequest & skein.wire.v1.RevokeJoinLinkRequest.$Shape;
            }

            namespace RevokeJoinLinkRequest {

                /** Properties of a RevokeJoinLinkRequest. */
                interface $Properties {

                    /** RevokeJoinLinkRequest conversationId */
                    conversationId?: (string|null);

                    /** RevokeJoinLinkRequest linkId */
                    linkId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RevokeJoinLinkRequest. */
                type $Shape = skein.wire.v1.RevokeJoinLinkRequest.$Properties;
            }

            /**
             * Properties of a JoinByLinkRequest.
             * @deprecated Use skein.wire.v1.JoinByLinkRequest.$Properties instead.
             */
            interface IJoinByLinkRequest extends skein.wire.v1.JoinByLinkRequest.$Properties {
            }

            /** group/join-by-link, client to server. */
            class JoinByLinkRequest {

                /**
                 * Constructs a new JoinByLinkRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinByLinkRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinByLinkRequest conversationId. */
                conversationId: string;

                /** JoinByLinkRequest token. */
                token: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified JoinByLinkRequest message. Does not implicitly {@link skein.wire.v1.JoinByLinkRequest.verify|verify} messages.
                 * @param message JoinByLinkRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinByLinkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinByLinkRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinByLinkRequest & skein.wire.v1.JoinByLinkRequest.$Shape} JoinByLinkRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinByLinkRequest & skein.wire.v1.JoinByLinkRequest.$Shape;
            }

            namespace JoinByLinkRequest {

                /** Properties of a JoinByLinkRequest. */
                interface $Properties {

                    /** JoinByLinkRequest conversationId */
                    conversationId?: (string|null);

                    /** JoinByLinkRequest token */
                    token?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinByLinkRequest. */
                type $Shape = skein.wire.v1.JoinByLinkRequest.$Properties;
            }

            /**
             * Properties of a BanUserRequest.
             * @deprecated Use skein.wire.v1.BanUserRequest.$Properties instead.
             */
            interface IBanUserRequest extends skein.wire.v1.BanUserRequest.$Properties {
            }

            /** group/ban-user, client to server, by the group's owner or an admin. Who is banned is removed, and comes back by no way. */
            class BanUserRequest {

                /**
                 * Constructs a new BanUserRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.BanUserRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BanUserRequest conversationId. */
                conversationId: string;

                /** BanUserRequest userId. */
                userId: string;

                /** false lifts the ban. */
                banned: boolean;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified BanUserRequest message. Does not implicitly {@link skein.wire.v1.BanUserRequest.verify|verify} messages.
                 * @param message BanUserRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.BanUserRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BanUserRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.BanUserRequest & skein.wire.v1.BanUserRequest.$Shape} BanUserRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.BanUserRequest & skein.wire.v1.BanUserRequest.$Shape;
            }

            namespace BanUserRequest {

                /** Properties of a BanUserRequest. */
                interface $Properties {

                    /** BanUserRequest conversationId */
                    conversationId?: (string|null);

                    /** BanUserRequest userId */
                    userId?: (string|null);

                    /** false lifts the ban. */
                    banned?: (boolean|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BanUserRequest. */
                type $Shape = skein.wire.v1.BanUserRequest.$Properties;
            }

            /**
             * Properties of an InvitationsRequest.
             * @deprecated Use skein.wire.v1.InvitationsRequest.$Properties instead.
             */
            interface IInvitationsRequest extends skein.wire.v1.InvitationsRequest.$Properties {
            }

            /** group/invitations, client to server. */
            class InvitationsRequest {

                /**
                 * Constructs a new InvitationsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.InvitationsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Continue behind this group; empty for the first page. */
                afterConversationId: string;

                /** 0 for the server's default. */
                limit: number;

                /**
                 * Encodes the specified InvitationsRequest message. Does not implicitly {@link skein.wire.v1.InvitationsRequest.verify|verify} messages.
                 * @param message InvitationsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.InvitationsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InvitationsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.InvitationsRequest & skein.wire.v1.InvitationsRequest.$Shape} InvitationsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.InvitationsRequest & skein.wire.v1.InvitationsRequest.$Shape;
            }

            namespace InvitationsRequest {

                /** Properties of an InvitationsRequest. */
                interface $Properties {

                    /** Continue behind this group; empty for the first page. */
                    afterConversationId?: (string|null);

                    /** 0 for the server's default. */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InvitationsRequest. */
                type $Shape = skein.wire.v1.InvitationsRequest.$Properties;
            }

            /**
             * Properties of an InvitationsReply.
             * @deprecated Use skein.wire.v1.InvitationsReply.$Properties instead.
             */
            interface IInvitationsReply extends skein.wire.v1.InvitationsReply.$Properties {
            }

            /** group/invitations, answer: those that were not answered, by group. One that is too old for its inviter's wish is in it no more. */
            class InvitationsReply {

                /**
                 * Constructs a new InvitationsReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.InvitationsReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InvitationsReply invitations. */
                invitations: skein.wire.v1.Invitation.$Properties[];

                /** InvitationsReply more. */
                more: boolean;

                /**
                 * Encodes the specified InvitationsReply message. Does not implicitly {@link skein.wire.v1.InvitationsReply.verify|verify} messages.
                 * @param message InvitationsReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.InvitationsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InvitationsReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.InvitationsReply & skein.wire.v1.InvitationsReply.$Shape} InvitationsReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.InvitationsReply & skein.wire.v1.InvitationsReply.$Shape;
            }

            namespace InvitationsReply {

                /** Properties of an InvitationsReply. */
                interface $Properties {

                    /** InvitationsReply invitations */
                    invitations?: (skein.wire.v1.Invitation.$Properties[]|null);

                    /** InvitationsReply more */
                    more?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InvitationsReply. */
                type $Shape = skein.wire.v1.InvitationsReply.$Properties;
            }

            /**
             * Properties of a JoinLinksRequest.
             * @deprecated Use skein.wire.v1.JoinLinksRequest.$Properties instead.
             */
            interface IJoinLinksRequest extends skein.wire.v1.JoinLinksRequest.$Properties {
            }

            /** group/join-links, client to server. */
            class JoinLinksRequest {

                /**
                 * Constructs a new JoinLinksRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinLinksRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinLinksRequest conversationId. */
                conversationId: string;

                /** Continue behind this link; empty for the first page. */
                afterLinkId: string;

                /** 0 for the server's default. */
                limit: number;

                /**
                 * Encodes the specified JoinLinksRequest message. Does not implicitly {@link skein.wire.v1.JoinLinksRequest.verify|verify} messages.
                 * @param message JoinLinksRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinLinksRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinLinksRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinLinksRequest & skein.wire.v1.JoinLinksRequest.$Shape} JoinLinksRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinLinksRequest & skein.wire.v1.JoinLinksRequest.$Shape;
            }

            namespace JoinLinksRequest {

                /** Properties of a JoinLinksRequest. */
                interface $Properties {

                    /** JoinLinksRequest conversationId */
                    conversationId?: (string|null);

                    /** Continue behind this link; empty for the first page. */
                    afterLinkId?: (string|null);

                    /** 0 for the server's default. */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinLinksRequest. */
                type $Shape = skein.wire.v1.JoinLinksRequest.$Properties;
            }

            /**
             * Properties of a JoinLinksReply.
             * @deprecated Use skein.wire.v1.JoinLinksReply.$Properties instead.
             */
            interface IJoinLinksReply extends skein.wire.v1.JoinLinksReply.$Properties {
            }

            /** group/join-links, answer: those that were not revoked, by id. */
            class JoinLinksReply {

                /**
                 * Constructs a new JoinLinksReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinLinksReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinLinksReply links. */
                links: skein.wire.v1.JoinLink.$Properties[];

                /** JoinLinksReply more. */
                more: boolean;

                /**
                 * Encodes the specified JoinLinksReply message. Does not implicitly {@link skein.wire.v1.JoinLinksReply.verify|verify} messages.
                 * @param message JoinLinksReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinLinksReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinLinksReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinLinksReply & skein.wire.v1.JoinLinksReply.$Shape} JoinLinksReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinLinksReply & skein.wire.v1.JoinLinksReply.$Shape;
            }

            namespace JoinLinksReply {

                /** Properties of a JoinLinksReply. */
                interface $Properties {

                    /** JoinLinksReply links */
                    links?: (skein.wire.v1.JoinLink.$Properties[]|null);

                    /** JoinLinksReply more */
                    more?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinLinksReply. */
                type $Shape = skein.wire.v1.JoinLinksReply.$Properties;
            }

            /**
             * Properties of a JoinLink.
             * @deprecated Use skein.wire.v1.JoinLink.$Properties instead.
             */
            interface IJoinLink extends skein.wire.v1.JoinLink.$Properties {
            }

            /** Represents a JoinLink. */
            class JoinLink {

                /**
                 * Constructs a new JoinLink.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinLink.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinLink linkId. */
                linkId: string;

                /** JoinLink madeBy. */
                madeBy: string;

                /** Milliseconds since the epoch. */
                madeAtMs: number;

                /** Milliseconds since the epoch; 0 for never. */
                expiresAtMs: number;

                /** 0 for any number. */
                usesMax: number;

                /** How many have joined by it. */
                uses: number;

                /**
                 * Encodes the specified JoinLink message. Does not implicitly {@link skein.wire.v1.JoinLink.verify|verify} messages.
                 * @param message JoinLink message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinLink.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinLink message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinLink & skein.wire.v1.JoinLink.$Shape} JoinLink
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinLink & skein.wire.v1.JoinLink.$Shape;
            }

            namespace JoinLink {

                /** Properties of a JoinLink. */
                interface $Properties {

                    /** JoinLink linkId */
                    linkId?: (string|null);

                    /** JoinLink madeBy */
                    madeBy?: (string|null);

                    /** Milliseconds since the epoch. */
                    madeAtMs?: (number|null);

                    /** Milliseconds since the epoch; 0 for never. */
                    expiresAtMs?: (number|null);

                    /** 0 for any number. */
                    usesMax?: (number|null);

                    /** How many have joined by it. */
                    uses?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinLink. */
                type $Shape = skein.wire.v1.JoinLink.$Properties;
            }

            /**
             * Properties of a RequestToJoinRequest.
             * @deprecated Use skein.wire.v1.RequestToJoinRequest.$Properties instead.
             */
            interface IRequestToJoinRequest extends skein.wire.v1.RequestToJoinRequest.$Properties {
            }

            /** group/request-to-join, client to server. The answer has the seq of the item that lets in, 0 while the request waits. */
            class RequestToJoinRequest {

                /**
                 * Constructs a new RequestToJoinRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RequestToJoinRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RequestToJoinRequest conversationId. */
                conversationId: string;

                /** What the asker says of themselves; may be empty. */
                text: string;

                /** To the questions of the group, in their order. */
                answers: string[];

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified RequestToJoinRequest message. Does not implicitly {@link skein.wire.v1.RequestToJoinRequest.verify|verify} messages.
                 * @param message RequestToJoinRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RequestToJoinRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RequestToJoinRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RequestToJoinRequest & skein.wire.v1.RequestToJoinRequest.$Shape} RequestToJoinRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RequestToJoinRequest & skein.wire.v1.RequestToJoinRequest.$Shape;
            }

            namespace RequestToJoinRequest {

                /** Properties of a RequestToJoinRequest. */
                interface $Properties {

                    /** RequestToJoinRequest conversationId */
                    conversationId?: (string|null);

                    /** What the asker says of themselves; may be empty. */
                    text?: (string|null);

                    /** To the questions of the group, in their order. */
                    answers?: (string[]|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RequestToJoinRequest. */
                type $Shape = skein.wire.v1.RequestToJoinRequest.$Properties;
            }

            /**
             * Properties of an AnswerJoinRequestRequest.
             * @deprecated Use skein.wire.v1.AnswerJoinRequestRequest.$Properties instead.
             */
            interface IAnswerJoinRequestRequest extends skein.wire.v1.AnswerJoinRequestRequest.$Properties {
            }

            /** group/answer-join-request, client to server, by whoever may make links to the group. */
            class AnswerJoinRequestRequest {

                /**
                 * Constructs a new AnswerJoinRequestRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.AnswerJoinRequestRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AnswerJoinRequestRequest conversationId. */
                conversationId: string;

                /** AnswerJoinRequestRequest userId. */
                userId: string;

                /** AnswerJoinRequestRequest accept. */
                accept: boolean;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified AnswerJoinRequestRequest message. Does not implicitly {@link skein.wire.v1.AnswerJoinRequestRequest.verify|verify} messages.
                 * @param message AnswerJoinRequestRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.AnswerJoinRequestRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AnswerJoinRequestRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.AnswerJoinRequestRequest & skein.wire.v1.AnswerJoinRequestRequest.$Shape} AnswerJoinRequestRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.AnswerJoinRequestRequest & skein.wire.v1.AnswerJoinRequestRequest.$Shape;
            }

            namespace AnswerJoinRequestRequest {

                /** Properties of an AnswerJoinRequestRequest. */
                interface $Properties {

                    /** AnswerJoinRequestRequest conversationId */
                    conversationId?: (string|null);

                    /** AnswerJoinRequestRequest userId */
                    userId?: (string|null);

                    /** AnswerJoinRequestRequest accept */
                    accept?: (boolean|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AnswerJoinRequestRequest. */
                type $Shape = skein.wire.v1.AnswerJoinRequestRequest.$Properties;
            }

            /**
             * Properties of a JoinRequestsRequest.
             * @deprecated Use skein.wire.v1.JoinRequestsRequest.$Properties instead.
             */
            interface IJoinRequestsRequest extends skein.wire.v1.JoinRequestsRequest.$Properties {
            }

            /** group/join-requests, client to server. */
            class JoinRequestsRequest {

                /**
                 * Constructs a new JoinRequestsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinRequestsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinRequestsRequest conversationId. */
                conversationId: string;

                /** Continue behind this user; empty for the first page. */
                afterUserId: string;

                /** 0 for the server's default. */
                limit: number;

                /**
                 * Encodes the specified JoinRequestsRequest message. Does not implicitly {@link skein.wire.v1.JoinRequestsRequest.verify|verify} messages.
                 * @param message JoinRequestsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinRequestsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinRequestsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinRequestsRequest & skein.wire.v1.JoinRequestsRequest.$Shape} JoinRequestsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinRequestsRequest & skein.wire.v1.JoinRequestsRequest.$Shape;
            }

            namespace JoinRequestsRequest {

                /** Properties of a JoinRequestsRequest. */
                interface $Properties {

                    /** JoinRequestsRequest conversationId */
                    conversationId?: (string|null);

                    /** Continue behind this user; empty for the first page. */
                    afterUserId?: (string|null);

                    /** 0 for the server's default. */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinRequestsRequest. */
                type $Shape = skein.wire.v1.JoinRequestsRequest.$Properties;
            }

            /**
             * Properties of a JoinRequestsReply.
             * @deprecated Use skein.wire.v1.JoinRequestsReply.$Properties instead.
             */
            interface IJoinRequestsReply extends skein.wire.v1.JoinRequestsReply.$Properties {
            }

            /** group/join-requests, answer: those that wait for an answer, by user. */
            class JoinRequestsReply {

                /**
                 * Constructs a new JoinRequestsReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinRequestsReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinRequestsReply requests. */
                requests: skein.wire.v1.JoinRequest.$Properties[];

                /** JoinRequestsReply more. */
                more: boolean;

                /**
                 * Encodes the specified JoinRequestsReply message. Does not implicitly {@link skein.wire.v1.JoinRequestsReply.verify|verify} messages.
                 * @param message JoinRequestsReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinRequestsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinRequestsReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinRequestsReply & skein.wire.v1.JoinRequestsReply.$Shape} JoinRequestsReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinRequestsReply & skein.wire.v1.JoinRequestsReply.$Shape;
            }

            namespace JoinRequestsReply {

                /** Properties of a JoinRequestsReply. */
                interface $Properties {

                    /** JoinRequestsReply requests */
                    requests?: (skein.wire.v1.JoinRequest.$Properties[]|null);

                    /** JoinRequestsReply more */
                    more?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinRequestsReply. */
                type $Shape = skein.wire.v1.JoinRequestsReply.$Properties;
            }

            /**
             * Properties of an OwnJoinRequestsRequest.
             * @deprecated Use skein.wire.v1.OwnJoinRequestsRequest.$Properties instead.
             */
            interface IOwnJoinRequestsRequest extends skein.wire.v1.OwnJoinRequestsRequest.$Properties {
            }

            /** group/own-join-requests, client to server. */
            class OwnJoinRequestsRequest {

                /**
                 * Constructs a new OwnJoinRequestsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.OwnJoinRequestsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Continue behind this group; empty for the first page. */
                afterConversationId: string;

                /** 0 for the server's default. */
                limit: number;

                /**
                 * Encodes the specified OwnJoinRequestsRequest message. Does not implicitly {@link skein.wire.v1.OwnJoinRequestsRequest.verify|verify} messages.
                 * @param message OwnJoinRequestsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.OwnJoinRequestsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OwnJoinRequestsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.OwnJoinRequestsRequest & skein.wire.v1.OwnJoinRequestsRequest.$Shape} OwnJoinRequestsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.OwnJoinRequestsRequest & skein.wire.v1.OwnJoinRequestsRequest.$Shape;
            }

            namespace OwnJoinRequestsRequest {

                /** Properties of an OwnJoinRequestsRequest. */
                interface $Properties {

                    /** Continue behind this group; empty for the first page. */
                    afterConversationId?: (string|null);

                    /** 0 for the server's default. */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OwnJoinRequestsRequest. */
                type $Shape = skein.wire.v1.OwnJoinRequestsRequest.$Properties;
            }

            /**
             * Properties of an OwnJoinRequestsReply.
             * @deprecated Use skein.wire.v1.OwnJoinRequestsReply.$Properties instead.
             */
            interface IOwnJoinRequestsReply extends skein.wire.v1.OwnJoinRequestsReply.$Properties {
            }

            /** group/own-join-requests, answer: those that wait for an answer, by group. */
            class OwnJoinRequestsReply {

                /**
                 * Constructs a new OwnJoinRequestsReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.OwnJoinRequestsReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OwnJoinRequestsReply requests. */
                requests: skein.wire.v1.JoinRequestState.$Properties[];

                /** OwnJoinRequestsReply more. */
                more: boolean;

                /**
                 * Encodes the specified OwnJoinRequestsReply message. Does not implicitly {@link skein.wire.v1.OwnJoinRequestsReply.verify|verify} messages.
                 * @param message OwnJoinRequestsReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.OwnJoinRequestsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OwnJoinRequestsReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.OwnJoinRequestsReply & skein.wire.v1.OwnJoinRequestsReply.$Shape} OwnJoinRequestsReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.OwnJoinRequestsReply & skein.wire.v1.OwnJoinRequestsReply.$Shape;
            }

            namespace OwnJoinRequestsReply {

                /** Properties of an OwnJoinRequestsReply. */
                interface $Properties {

                    /** OwnJoinRequestsReply requests */
                    requests?: (skein.wire.v1.JoinRequestState.$Properties[]|null);

                    /** OwnJoinRequestsReply more */
                    more?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OwnJoinRequestsReply. */
                type $Shape = skein.wire.v1.OwnJoinRequestsReply.$Properties;
            }

            /**
             * Properties of a JoinInfoRequest.
             * @deprecated Use skein.wire.v1.JoinInfoRequest.$Properties instead.
             */
            interface IJoinInfoRequest extends skein.wire.v1.JoinInfoRequest.$Properties {
            }

            /** group/join-info, client to server: what it takes to join a group that whoever knows its id may ask to join. */
            class JoinInfoRequest {

                /**
                 * Constructs a new JoinInfoRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinInfoRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinInfoRequest conversationId. */
                conversationId: string;

                /**
                 * Encodes the specified JoinInfoRequest message. Does not implicitly {@link skein.wire.v1.JoinInfoRequest.verify|verify} messages.
                 * @param message JoinInfoRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinInfoRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinInfoRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinInfoRequest & skein.wire.v1.JoinInfoRequest.$Shape} JoinInfoRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinInfoRequest & skein.wire.v1.JoinInfoRequest.$Shape;
            }

            namespace JoinInfoRequest {

                /** Properties of a JoinInfoRequest. */
                interface $Properties {

                    /** JoinInfoRequest conversationId */
                    conversationId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinInfoRequest. */
                type $Shape = skein.wire.v1.JoinInfoRequest.$Properties;
            }

            /**
             * Properties of a JoinInfoReply.
             * @deprecated Use skein.wire.v1.JoinInfoReply.$Properties instead.
             */
            interface IJoinInfoReply extends skein.wire.v1.JoinInfoReply.$Properties {
            }

            /** Represents a JoinInfoReply. */
            class JoinInfoReply {

                /**
                 * Constructs a new JoinInfoReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinInfoReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinInfoReply name. */
                name: string;

                /** JoinInfoReply memberCount. */
                memberCount: number;

                /** request or open. */
                joinBy: string;

                /** JoinInfoReply questions. */
                questions: string[];

                /** When this user asked, and waits for the answer, milliseconds since the epoch; 0 for not. */
                askedAtMs: number;

                /**
                 * Encodes the specified JoinInfoReply message. Does not implicitly {@link skein.wire.v1.JoinInfoReply.verify|verify} messages.
                 * @param message JoinInfoReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinInfoReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinInfoReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinInfoReply & skein.wire.v1.JoinInfoReply.$Shape} JoinInfoReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinInfoReply & skein.wire.v1.JoinInfoReply.$Shape;
            }

            namespace JoinInfoReply {

                /** Properties of a JoinInfoReply. */
                interface $Properties {

                    /** JoinInfoReply name */
                    name?: (string|null);

                    /** JoinInfoReply memberCount */
                    memberCount?: (number|null);

                    /** request or open. */
                    joinBy?: (string|null);

                    /** JoinInfoReply questions */
                    questions?: (string[]|null);

                    /** When this user asked, and waits for the answer, milliseconds since the epoch; 0 for not. */
                    askedAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinInfoReply. */
                type $Shape = skein.wire.v1.JoinInfoReply.$Properties;
            }

            /**
             * Properties of a BansRequest.
             * @deprecated Use skein.wire.v1.BansRequest.$Properties instead.
             */
            interface IBansRequest extends skein.wire.v1.BansRequest.$Properties {
            }

            /** group/bans, client to server. */
            class BansRequest {

                /**
                 * Constructs a new BansRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.BansRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BansRequest conversationId. */
                conversationId: string;

                /** Continue behind this user; empty for the first page. */
                afterUserId: string;

                /** 0 for the server's default. */
                limit: number;

                /**
                 * Encodes the specified BansRequest message. Does not implicitly {@link skein.wire.v1.BansRequest.verify|verify} messages.
                 * @param message BansRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.BansRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BansRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.BansRequest & skein.wire.v1.BansRequest.$Shape} BansRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.BansRequest & skein.wire.v1.BansRequest.$Shape;
            }

            namespace BansRequest {

                /** Properties of a BansRequest. */
                interface $Properties {

                    /** BansRequest conversationId */
                    conversationId?: (string|null);

                    /** Continue behind this user; empty for the first page. */
                    afterUserId?: (string|null);

                    /** 0 for the server's default. */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BansRequest. */
                type $Shape = skein.wire.v1.BansRequest.$Properties;
            }

            /**
             * Properties of a BansReply.
             * @deprecated Use skein.wire.v1.BansReply.$Properties instead.
             */
            interface IBansReply extends skein.wire.v1.BansReply.$Properties {
            }

            /** group/bans, answer: who is banned, by user. */
            class BansReply {

                /**
                 * Constructs a new BansReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.BansReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BansReply bans. */
                bans: skein.wire.v1.Ban.$Properties[];

                /** BansReply more. */
                more: boolean;

                /**
                 * Encodes the specified BansReply message. Does not implicitly {@link skein.wire.v1.BansReply.verify|verify} messages.
                 * @param message BansReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.BansReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BansReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.BansReply & skein.wire.v1.BansReply.$Shape} BansReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.BansReply & skein.wire.v1.BansReply.$Shape;
            }

            namespace BansReply {

                /** Properties of a BansReply. */
                interface $Properties {

                    /** BansReply bans */
                    bans?: (skein.wire.v1.Ban.$Properties[]|null);

                    /** BansReply more */
                    more?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BansReply. */
                type $Shape = skein.wire.v1.BansReply.$Properties;
            }

            /**
             * Properties of a Ban.
             * @deprecated Use skein.wire.v1.Ban.$Properties instead.
             */
            interface IBan extends skein.wire.v1.Ban.$Properties {
            }

            /** Represents a Ban. */
            class Ban {

                /**
                 * Constructs a new Ban.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Ban.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Ban userId. */
                userId: string;

                /** Ban bannedBy. */
                bannedBy: string;

                /** Milliseconds since the epoch. */
                bannedAtMs: number;

                /**
                 * Encodes the specified Ban message. Does not implicitly {@link skein.wire.v1.Ban.verify|verify} messages.
                 * @param message Ban message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Ban.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Ban message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Ban & skein.wire.v1.Ban.$Shape} Ban
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Ban & skein.wire.v1.Ban.$Shape;
            }

            namespace Ban {

                /** Properties of a Ban. */
                interface $Properties {

                    /** Ban userId */
                    userId?: (string|null);

                    /** Ban bannedBy */
                    bannedBy?: (string|null);

                    /** Milliseconds since the epoch. */
                    bannedAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Ban. */
                type $Shape = skein.wire.v1.Ban.$Properties;
            }

            /**
             * Properties of a Body.
             * @deprecated Use skein.wire.v1.Body.$Properties instead.
             */
            interface IBody extends skein.wire.v1.Body.$Properties {
            }

            /** Content of a message; opaque to the server, which never looks into its bytes. Text is text/plain in UTF-8, with an empty encoding. */
            class Body {

                /**
                 * Constructs a new Body.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Body.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Media type of the decoded bytes, such as text/plain. This, the encoding and the key are printable ASCII. */
                contentType: string;

                /** Empty for as they are, else such as gzip or aes-256-gcm. */
                encoding: string;

                /** Key the bytes are encrypted with; empty for none. */
                keyId: string;

                /** Body bytes. */
                bytes: Uint8Array;

                /**
                 * Encodes the specified Body message. Does not implicitly {@link skein.wire.v1.Body.verify|verify} messages.
                 * @param message Body message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Body.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Body message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Body & skein.wire.v1.Body.$Shape} Body
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Body & skein.wire.v1.Body.$Shape;
            }

            namespace Body {

                /** Properties of a Body. */
                interface $Properties {

                    /** Media type of the decoded bytes, such as text/plain. This, the encoding and the key are printable ASCII. */
                    contentType?: (string|null);

                    /** Empty for as they are, else such as gzip or aes-256-gcm. */
                    encoding?: (string|null);

                    /** Key the bytes are encrypted with; empty for none. */
                    keyId?: (string|null);

                    /** Body bytes */
                    bytes?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Body. */
                type $Shape = skein.wire.v1.Body.$Properties;
            }

            /**
             * Properties of an Attachment.
             * @deprecated Use skein.wire.v1.Attachment.$Properties instead.
             */
            interface IAttachment extends skein.wire.v1.Attachment.$Properties {
            }

            /** A file by reference. */
            class Attachment {

                /**
                 * Constructs a new Attachment.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Attachment.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** http or https, in printable ASCII. */
                url: string;

                /** On one line: no control characters, marks of direction or blanks of no width. May be empty. */
                name: string;

                /** In printable ASCII. */
                contentType: string;

                /** Bytes. */
                size: number;

                /**
                 * Encodes the specified Attachment message. Does not implicitly {@link skein.wire.v1.Attachment.verify|verify} messages.
                 * @param message Attachment message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Attachment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Attachment message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Attachment & skein.wire.v1.Attachment.$Shape} Attachment
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Attachment & skein.wire.v1.Attachment.$Shape;
            }

            namespace Attachment {

                /** Properties of an Attachment. */
                interface $Properties {

                    /** http or https, in printable ASCII. */
                    url?: (string|null);

                    /** On one line: no control characters, marks of direction or blanks of no width. May be empty. */
                    name?: (string|null);

                    /** In printable ASCII. */
                    contentType?: (string|null);

                    /** Bytes. */
                    size?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Attachment. */
                type $Shape = skein.wire.v1.Attachment.$Properties;
            }

            /**
             * Properties of a ConversationItem.
             * @deprecated Use skein.wire.v1.ConversationItem.$Properties instead.
             */
            interface IConversationItem extends skein.wire.v1.ConversationItem.$Properties {
            }

            /**
             * Something every member of a conversation may see, at its place in the conversation. Encoded once, when it is projected: history,
             * sync and pushes carry the same bytes. Each kind of content is named after the event it was made of.
             * An item with none of the contents you know still takes its seq.
             */
            class ConversationItem {

                /**
                 * Constructs a new ConversationItem.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.ConversationItem.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ConversationItem conversationId. */
                conversationId: string;

                /** Dense position in the conversation, from 1. */
                seq: number;

                /** Dense position among messages, from 1; for other items the last ordinal before them. */
                ordinal: number;

                /** Who did it. */
                actorId: string;

                /** Milliseconds since the epoch. */
                occurredAtMs: number;

                /** Ordinal of a message that is not unread any more for anyone since this item, because it was taken away; 0 for none. */
                uncounts: number;

                /** ConversationItem messageSent. */
                messageSent?: (skein.wire.v1.MessageSent.$Properties|null);

                /** ConversationItem groupCreated. */
                groupCreated?: (skein.wire.v1.GroupCreated.$Properties|null);

                /** ConversationItem membersAdded. */
                membersAdded?: (skein.wire.v1.MembersAdded.$Properties|null);

                /** ConversationItem membersRemoved. */
                membersRemoved?: (skein.wire.v1.MembersRemoved.$Properties|null);

                /** ConversationItem memberLeft. */
                memberLeft?: (skein.wire.v1.MemberLeft.$Properties|null);

                /** ConversationItem memberRoleChanged. */
                memberRoleChanged?: (skein.wire.v1.MemberRoleChanged.$Properties|null);

                /** ConversationItem messageRevoked. */
                messageRevoked?: (skein.wire.v1.MessageRevoked.$Properties|null);

                /** ConversationItem messageEdited. */
                messageEdited?: (skein.wire.v1.MessageEdited.$Properties|null);

                /** ConversationItem messageDeleted. */
                messageDeleted?: (skein.wire.v1.MessageDeleted.$Properties|null);

                /** ConversationItem groupChanged. */
                groupChanged?: (skein.wire.v1.GroupChanged.$Properties|null);

                /** ConversationItem groupDismissed. */
                groupDismissed?: (skein.wire.v1.GroupDismissed.$Properties|null);

                /** ConversationItem memberMuted. */
                memberMuted?: (skein.wire.v1.MemberMuted.$Properties|null);

                /** ConversationItem nicknameChanged. */
                nicknameChanged?: (skein.wire.v1.NicknameChanged.$Properties|null);

                /** ConversationItem memberJoined. */
                memberJoined?: (skein.wire.v1.MemberJoined.$Properties|null);

                /** ConversationItem userBanned. */
                userBanned?: (skein.wire.v1.UserBanned.$Properties|null);

                /** ConversationItem content. */
                content?: ("messageSent"|"groupCreated"|"membersAdded"|"membersRemoved"|"memberLeft"|"memberRoleChanged"|"messageRevoked"|"messageEdited"|"messageDeleted"|"groupChanged"|"groupDismissed"|"memberMuted"|"nicknameChanged"|"memberJoined"|"userBanned");

                /**
                 * Encodes the specified ConversationItem message. Does not implicitly {@link skein.wire.v1.ConversationItem.verify|verify} messages.
                 * @param message ConversationItem message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.ConversationItem.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ConversationItem message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.ConversationItem & skein.wire.v1.ConversationItem.$Shape} ConversationItem
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.ConversationItem & skein.wire.v1.ConversationItem.$Shape;
            }

            namespace ConversationItem {

                /** Properties of a ConversationItem. */
                interface $Properties {

                    /** ConversationItem conversationId */
                    conversationId?: (string|null);

                    /** Dense position in the conversation, from 1. */
                    seq?: (number|null);

                    /** Dense position among messages, from 1; for other items the last ordinal before them. */
                    ordinal?: (number|null);

                    /** Who did it. */
                    actorId?: (string|null);

                    /** Milliseconds since the epoch. */
                    occurredAtMs?: (number|null);

                    /** Ordinal of a message that is not unread any more for anyone since this item, because it was taken away; 0 for none. */
                    uncounts?: (number|null);

                    /** ConversationItem messageSent */
                    messageSent?: (skein.wire.v1.MessageSent.$Properties|null);

                    /** ConversationItem groupCreated */
                    groupCreated?: (skein.wire.v1.GroupCreated.$Properties|null);

                    /** ConversationItem membersAdded */
                    membersAdded?: (skein.wire.v1.MembersAdded.$Properties|null);

                    /** ConversationItem membersRemoved */
                    membersRemoved?: (skein.wire.v1.MembersRemoved.$Properties|null);

                    /** ConversationItem memberLeft */
                    memberLeft?: (skein.wire.v1.MemberLeft.$Properties|null);

                    /** ConversationItem memberRoleChanged */
                    memberRoleChanged?: (skein.wire.v1.MemberRoleChanged.$Properties|null);

                    /** ConversationItem messageRevoked */
                    messageRevoked?: (skein.wire.v1.MessageRevoked.$Properties|null);

                    /** ConversationItem messageEdited */
                    messageEdited?: (skein.wire.v1.MessageEdited.$Properties|null);

                    /** ConversationItem messageDeleted */
                    messageDeleted?: (skein.wire.v1.MessageDeleted.$Properties|null);

                    /** ConversationItem groupChanged */
                    groupChanged?: (skein.wire.v1.GroupChanged.$Properties|null);

                    /** ConversationItem groupDismissed */
                    groupDismissed?: (skein.wire.v1.GroupDismissed.$Properties|null);

                    /** ConversationItem memberMuted */
                    memberMuted?: (skein.wire.v1.MemberMuted.$Properties|null);

                    /** ConversationItem nicknameChanged */
                    nicknameChanged?: (skein.wire.v1.NicknameChanged.$Properties|null);

                    /** ConversationItem memberJoined */
                    memberJoined?: (skein.wire.v1.MemberJoined.$Properties|null);

                    /** ConversationItem userBanned */
                    userBanned?: (skein.wire.v1.UserBanned.$Properties|null);

                    /** ConversationItem content */
                    content?: ("messageSent"|"groupCreated"|"membersAdded"|"membersRemoved"|"memberLeft"|"memberRoleChanged"|"messageRevoked"|"messageEdited"|"messageDeleted"|"groupChanged"|"groupDismissed"|"memberMuted"|"nicknameChanged"|"memberJoined"|"userBanned");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a ConversationItem. */
                type $Shape = {
                  conversationId?: string|null;
                  seq?: number|null;
                  ordinal?: number|null;
                  actorId?: string|null;
                  occurredAtMs?: number|null;
                  uncounts?: number|null;
                  messageSent?: skein.wire.v1.MessageSent.$Shape|null;
                  groupCreated?: skein.wire.v1.GroupCreated.$Shape|null;
                  membersAdded?: skein.wire.v1.MembersAdded.$Shape|null;
                  membersRemoved?: skein.wire.v1.MembersRemoved.$Shape|null;
                  memberLeft?: skein.wire.v1.MemberLeft.$Shape|null;
                  memberRoleChanged?: skein.wire.v1.MemberRoleChanged.$Shape|null;
                  messageRevoked?: skein.wire.v1.MessageRevoked.$Shape|null;
                  messageEdited?: skein.wire.v1.MessageEdited.$Shape|null;
                  messageDeleted?: skein.wire.v1.MessageDeleted.$Shape|null;
                  groupChanged?: skein.wire.v1.GroupChanged.$Shape|null;
                  groupDismissed?: skein.wire.v1.GroupDismissed.$Shape|null;
                  memberMuted?: skein.wire.v1.MemberMuted.$Shape|null;
                  nicknameChanged?: skein.wire.v1.NicknameChanged.$Shape|null;
                  memberJoined?: skein.wire.v1.MemberJoined.$Shape|null;
                  userBanned?: skein.wire.v1.UserBanned.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ content?: undefined; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "messageSent"; messageSent: skein.wire.v1.MessageSent.$Shape; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "groupCreated"; messageSent?: null; groupCreated: skein.wire.v1.GroupCreated.$Shape; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "membersAdded"; messageSent?: null; groupCreated?: null; membersAdded: skein.wire.v1.MembersAdded.$Shape; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "membersRemoved"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved: skein.wire.v1.MembersRemoved.$Shape; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "memberLeft"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft: skein.wire.v1.MemberLeft.$Shape; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "memberRoleChanged"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged: skein.wire.v1.MemberRoleChanged.$Shape; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "messageRevoked"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked: skein.wire.v1.MessageRevoked.$Shape; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "messageEdited"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited: skein.wire.v1.MessageEdited.$Shape; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "messageDeleted"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted: skein.wire.v1.MessageDeleted.$Shape; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "groupChanged"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged: skein.wire.v1.GroupChanged.$Shape; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "groupDismissed"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed: skein.wire.v1.GroupDismissed.$Shape; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "memberMuted"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted: skein.wire.v1.MemberMuted.$Shape; nicknameChanged?: null; memberJoined?: null; userBanned?: null }|{ content?: "nicknameChanged"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged: skein.wire.v1.NicknameChanged.$Shape; memberJoined?: null; userBanned?: null }|{ content?: "memberJoined"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined: skein.wire.v1.MemberJoined.$Shape; userBanned?: null }|{ content?: "userBanned"; messageSent?: null; groupCreated?: null; membersAdded?: null; membersRemoved?: null; memberLeft?: null; memberRoleChanged?: null; messageRevoked?: null; messageEdited?: null; messageDeleted?: null; groupChanged?: null; groupDismissed?: null; memberMuted?: null; nicknameChanged?: null; memberJoined?: null; userBanned: skein.wire.v1.UserBanned.$Shape })
                );
            }

            /**
             * Properties of a MessageSent.
             * @deprecated Use skein.wire.v1.MessageSent.$Properties instead.
             */
            interface IMessageSent extends skein.wire.v1.MessageSent.$Properties {
            }

            /** A message, sent by the actor of its item. */
            class MessageSent {

                /**
                 * Constructs a new MessageSent.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MessageSent.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MessageSent messageId. */
                messageId: string;

                /** MessageSent clientMessageId. */
                clientMessageId: string;

                /** MessageSent body. */
                body?: (skein.wire.v1.Body.$Properties|null);

                /** seq of the message this one answers; 0 for none. */
                replyTo: number;

                /** MessageSent attachments. */
                attachments: skein.wire.v1.Attachment.$Properties[];

                /** How often its author has changed it since, and when they last did, milliseconds since the epoch; 0 for never. */
                edits: number;

                /** MessageSent editedAtMs. */
                editedAtMs: number;

                /** Set once it was taken away: it keeps its place, has neither body nor attachments any more, and counts as read. */
                removed?: (skein.wire.v1.Removal.$Properties|null);

                /** seq of the item that edited it last; 0 for none. */
                lastEditSeq: number;

                /** It is meant for everybody in the group. */
                mentionAll: boolean;

                /**
                 * Encodes the specified MessageSent message. Does not implicitly {@link skein.wire.v1.MessageSent.verify|verify} messages.
                 * @param message MessageSent message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MessageSent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MessageSent message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MessageSent & skein.wire.v1.MessageSent.$Shape} MessageSent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MessageSent & skein.wire.v1.MessageSent.$Shape;
            }

            namespace MessageSent {

                /** Properties of a MessageSent. */
                interface $Properties {

                    /** MessageSent messageId */
                    messageId?: (string|null);

                    /** MessageSent clientMessageId */
                    clientMessageId?: (string|null);

                    /** MessageSent body */
                    body?: (skein.wire.v1.Body.$Properties|null);

                    /** seq of the message this one answers; 0 for none. */
                    replyTo?: (number|null);

                    /** MessageSent attachments */
                    attachments?: (skein.wire.v1.Attachment.$Properties[]|null);

                    /** How often its author has changed it since, and when they last did, milliseconds since the epoch; 0 for never. */
                    edits?: (number|null);

                    /** MessageSent editedAtMs */
                    editedAtMs?: (number|null);

                    /** Set once it was taken away: it keeps its place, has neither body nor attachments any more, and counts as read. */
                    removed?: (skein.wire.v1.Removal.$Properties|null);

                    /** seq of the item that edited it last; 0 for none. */
                    lastEditSeq?: (number|null);

                    /** It is meant for everybody in the group. */
                    mentionAll?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MessageSent. */
                type $Shape = skein.wire.v1.MessageSent.$Properties;
            }

            /**
             * Properties of a Removal.
             * @deprecated Use skein.wire.v1.Removal.$Properties instead.
             */
            interface IRemoval extends skein.wire.v1.Removal.$Properties {
            }

            /** How a message was taken away from everyone. */
            class Removal {

                /**
                 * Constructs a new Removal.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Removal.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** revoked, deleted, or hidden: deleted by this reader for themselves alone. */
                kind: string;

                /** Who did it. */
                actorId: string;

                /** Milliseconds since the epoch. */
                atMs: number;

                /**
                 * Encodes the specified Removal message. Does not implicitly {@link skein.wire.v1.Removal.verify|verify} messages.
                 * @param message Removal message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Removal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Removal message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Removal & skein.wire.v1.Removal.$Shape} Removal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Removal & skein.wire.v1.Removal.$Shape;
            }

            namespace Removal {

                /** Properties of a Removal. */
                interface $Properties {

                    /** revoked, deleted, or hidden: deleted by this reader for themselves alone. */
                    kind?: (string|null);

                    /** Who did it. */
                    actorId?: (string|null);

                    /** Milliseconds since the epoch. */
                    atMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Removal. */
                type $Shape = skein.wire.v1.Removal.$Properties;
            }

            /**
             * Properties of a GroupCreated.
             * @deprecated Use skein.wire.v1.GroupCreated.$Properties instead.
             */
            interface IGroupCreated extends skein.wire.v1.GroupCreated.$Properties {
            }

            /** A group with its first members, exactly one of them the owner. */
            class GroupCreated {

                /**
                 * Constructs a new GroupCreated.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.GroupCreated.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GroupCreated name. */
                name: string;

                /** The first 20 at most, the owner among them. */
                members: skein.wire.v1.Member.$Properties[];

                /** How many they are, those not named included. */
                subjectCount: number;

                /**
                 * Encodes the specified GroupCreated message. Does not implicitly {@link skein.wire.v1.GroupCreated.verify|verify} messages.
                 * @param message GroupCreated message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.GroupCreated.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GroupCreated message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupCreated & skein.wire.v1.GroupCreated.$Shape} GroupCreated
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.GroupCreated & skein.wire.v1.GroupCreated.$Shape;
            }

            namespace GroupCreated {

                /** Properties of a GroupCreated. */
                interface $Properties {

                    /** GroupCreated name */
                    name?: (string|null);

                    /** The first 20 at most, the owner among them. */
                    members?: (skein.wire.v1.Member.$Properties[]|null);

                    /** How many they are, those not named included. */
                    subjectCount?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GroupCreated. */
                type $Shape = skein.wire.v1.GroupCreated.$Properties;
            }

            /**
             * Properties of a MembersAdded.
             * @deprecated Use skein.wire.v1.MembersAdded.$Properties instead.
             */
            interface IMembersAdded extends skein.wire.v1.MembersAdded.$Properties {
            }

            /** Represents a MembersAdded. */
            class MembersAdded {

                /**
                 * Constructs a new MembersAdded.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MembersAdded.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** The first 20 at most. */
                members: skein.wire.v1.Member.$Properties[];

                /** How many they are, those not named included. Who was out and is shown this item is one of them. */
                subjectCount: number;

                /** They may read what was before, too: their stays begin at seq 1. Nothing of it is unread. */
                fromStart: boolean;

                /**
                 * Encodes the specified MembersAdded message. Does not implicitly {@link skein.wire.v1.MembersAdded.verify|verify} messages.
                 * @param message MembersAdded message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MembersAdded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MembersAdded message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MembersAdded & skein.wire.v1.MembersAdded.$Shape} MembersAdded
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MembersAdded & skein.wire.v1.MembersAdded.$Shape;
            }

            namespace MembersAdded {

                /** Properties of a MembersAdded. */
                interface $Properties {

                    /** The first 20 at most. */
                    members?: (skein.wire.v1.Member.$Properties[]|null);

                    /** How many they are, those not named included. Who was out and is shown this item is one of them. */
                    subjectCount?: (number|null);

                    /** They may read what was before, too: their stays begin at seq 1. Nothing of it is unread. */
                    fromStart?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MembersAdded. */
                type $Shape = skein.wire.v1.MembersAdded.$Properties;
            }

            /**
             * Properties of a MembersRemoved.
             * @deprecated Use skein.wire.v1.MembersRemoved.$Properties instead.
             */
            interface IMembersRemoved extends skein.wire.v1.MembersRemoved.$Properties {
            }

            /** Represents a MembersRemoved. */
            class MembersRemoved {

                /**
                 * Constructs a new MembersRemoved.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MembersRemoved.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** The first 20 at most. */
                userIds: string[];

                /** How many they are, those not named included. Whoever is not named may be one of them: sync tells. */
                subjectCount: number;

                /**
                 * Encodes the specified MembersRemoved message. Does not implicitly {@link skein.wire.v1.MembersRemoved.verify|verify} messages.
                 * @param message MembersRemoved message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MembersRemoved.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MembersRemoved message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MembersRemoved & skein.wire.v1.MembersRemoved.$Shape} MembersRemoved
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MembersRemoved & skein.wire.v1.MembersRemoved.$Shape;
            }

            namespace MembersRemoved {

                /** Properties of a MembersRemoved. */
                interface $Properties {

                    /** The first 20 at most. */
                    userIds?: (string[]|null);

                    /** How many they are, those not named included. Whoever is not named may be one of them: sync tells. */
                    subjectCount?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MembersRemoved. */
                type $Shape = skein.wire.v1.MembersRemoved.$Properties;
            }

            /**
             * Properties of a MemberLeft.
             * @deprecated Use skein.wire.v1.MemberLeft.$Properties instead.
             */
            interface IMemberLeft extends skein.wire.v1.MemberLeft.$Properties {
            }

            /** Represents a MemberLeft. */
            class MemberLeft {

                /**
                 * Constructs a new MemberLeft.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MemberLeft.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MemberLeft userId. */
                userId: string;

                /**
                 * Encodes the specified MemberLeft message. Does not implicitly {@link skein.wire.v1.MemberLeft.verify|verify} messages.
                 * @param message MemberLeft message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MemberLeft.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MemberLeft message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberLeft & skein.wire.v1.MemberLeft.$Shape} MemberLeft
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MemberLeft & skein.wire.v1.MemberLeft.$Shape;
            }

            namespace MemberLeft {

                /** Properties of a MemberLeft. */
                interface $Properties {

                    /** MemberLeft userId */
                    userId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MemberLeft. */
                type $Shape = skein.wire.v1.MemberLeft.$Properties;
            }

            /**
             * Properties of a MemberRoleChanged.
             * @deprecated Use skein.wire.v1.MemberRoleChanged.$Properties instead.
             */
            interface IMemberRoleChanged extends skein.wire.v1.MemberRoleChanged.$Properties {
            }

            /** Represents a MemberRoleChanged. */
            class MemberRoleChanged {

                /**
                 * Constructs a new MemberRoleChanged.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MemberRoleChanged.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MemberRoleChanged userId. */
                userId: string;

                /** owner, admin or member. */
                role: string;

                /**
                 * Encodes the specified MemberRoleChanged message. Does not implicitly {@link skein.wire.v1.MemberRoleChanged.verify|verify} messages.
                 * @param message MemberRoleChanged message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MemberRoleChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MemberRoleChanged message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberRoleChanged & skein.wire.v1.MemberRoleChanged.$Shape} MemberRoleChanged
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MemberRoleChanged & skein.wire.v1.MemberRoleChanged.$Shape;
            }

            namespace MemberRoleChanged {

                /** Properties of a MemberRoleChanged. */
                interface $Properties {

                    /** MemberRoleChanged userId */
                    userId?: (string|null);

                    /** owner, admin or member. */
                    role?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MemberRoleChanged. */
                type $Shape = skein.wire.v1.MemberRoleChanged.$Properties;
            }

            /**
             * Properties of a MemberMuted.
             * @deprecated Use skein.wire.v1.MemberMuted.$Properties instead.
             */
            interface IMemberMuted extends skein.wire.v1.MemberMuted.$Properties {
            }

            /** A member may say nothing for a while, or may speak again. */
            class MemberMuted {

                /**
                 * Constructs a new MemberMuted.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MemberMuted.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MemberMuted userId. */
                userId: string;

                /** Milliseconds since the epoch; 0 for one who may speak again. */
                mutedUntilMs: number;

                /**
                 * Encodes the specified MemberMuted message. Does not implicitly {@link skein.wire.v1.MemberMuted.verify|verify} messages.
                 * @param message MemberMuted message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MemberMuted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MemberMuted message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberMuted & skein.wire.v1.MemberMuted.$Shape} MemberMuted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MemberMuted & skein.wire.v1.MemberMuted.$Shape;
            }

            namespace MemberMuted {

                /** Properties of a MemberMuted. */
                interface $Properties {

                    /** MemberMuted userId */
                    userId?: (string|null);

                    /** Milliseconds since the epoch; 0 for one who may speak again. */
                    mutedUntilMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MemberMuted. */
                type $Shape = skein.wire.v1.MemberMuted.$Properties;
            }

            /**
             * Properties of a NicknameChanged.
             * @deprecated Use skein.wire.v1.NicknameChanged.$Properties instead.
             */
            interface INicknameChanged extends skein.wire.v1.NicknameChanged.$Properties {
            }

            /** A member is called otherwise in this group. */
            class NicknameChanged {

                /**
                 * Constructs a new NicknameChanged.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.NicknameChanged.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NicknameChanged userId. */
                userId: string;

                /** Empty for by their own name. */
                nickname: string;

                /**
                 * Encodes the specified NicknameChanged message. Does not implicitly {@link skein.wire.v1.NicknameChanged.verify|verify} messages.
                 * @param message NicknameChanged message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.NicknameChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NicknameChanged message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.NicknameChanged & skein.wire.v1.NicknameChanged.$Shape} NicknameChanged
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.NicknameChanged & skein.wire.v1.NicknameChanged.$Shape;
            }

            namespace NicknameChanged {

                /** Properties of a NicknameChanged. */
                interface $Properties {

                    /** NicknameChanged userId */
                    userId?: (string|null);

                    /** Empty for by their own name. */
                    nickname?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NicknameChanged. */
                type $Shape = skein.wire.v1.NicknameChanged.$Properties;
            }

            /**
             * Properties of a MessageRevoked.
             * @deprecated Use skein.wire.v1.MessageRevoked.$Properties instead.
             */
            interface IMessageRevoked extends skein.wire.v1.MessageRevoked.$Properties {
            }

            /** A message was taken back from everyone: whoever shows it clears it. */
            class MessageRevoked {

                /**
                 * Constructs a new MessageRevoked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MessageRevoked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MessageRevoked targetSeq. */
                targetSeq: number;

                /** MessageRevoked messageId. */
                messageId: string;

                /**
                 * Encodes the specified MessageRevoked message. Does not implicitly {@link skein.wire.v1.MessageRevoked.verify|verify} messages.
                 * @param message MessageRevoked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MessageRevoked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MessageRevoked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MessageRevoked & skein.wire.v1.MessageRevoked.$Shape} MessageRevoked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MessageRevoked & skein.wire.v1.MessageRevoked.$Shape;
            }

            namespace MessageRevoked {

                /** Properties of a MessageRevoked. */
                interface $Properties {

                    /** MessageRevoked targetSeq */
                    targetSeq?: (number|null);

                    /** MessageRevoked messageId */
                    messageId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MessageRevoked. */
                type $Shape = skein.wire.v1.MessageRevoked.$Properties;
            }

            /**
             * Properties of a MessageDeleted.
             * @deprecated Use skein.wire.v1.MessageDeleted.$Properties instead.
             */
            interface IMessageDeleted extends skein.wire.v1.MessageDeleted.$Properties {
            }

            /** A message was deleted for everyone: whoever shows it shows nothing but that there was one. */
            class MessageDeleted {

                /**
                 * Constructs a new MessageDeleted.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MessageDeleted.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MessageDeleted targetSeq. */
                targetSeq: number;

                /** MessageDeleted messageId. */
                messageId: string;

                /**
                 * Encodes the specified MessageDeleted message. Does not implicitly {@link skein.wire.v1.MessageDeleted.verify|verify} messages.
                 * @param message MessageDeleted message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MessageDeleted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MessageDeleted message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MessageDeleted & skein.wire.v1.MessageDeleted.$Shape} MessageDeleted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MessageDeleted & skein.wire.v1.MessageDeleted.$Shape;
            }

            namespace MessageDeleted {

                /** Properties of a MessageDeleted. */
                interface $Properties {

                    /** MessageDeleted targetSeq */
                    targetSeq?: (number|null);

                    /** MessageDeleted messageId */
                    messageId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MessageDeleted. */
                type $Shape = skein.wire.v1.MessageDeleted.$Properties;
            }

            /**
             * Properties of a MessageEdited.
             * @deprecated Use skein.wire.v1.MessageEdited.$Properties instead.
             */
            interface IMessageEdited extends skein.wire.v1.MessageEdited.$Properties {
            }

            /** A message has another body: whoever shows it shows this one. */
            class MessageEdited {

                /**
                 * Constructs a new MessageEdited.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MessageEdited.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MessageEdited targetSeq. */
                targetSeq: number;

                /** MessageEdited messageId. */
                messageId: string;

                /** Absent once the message was edited again or taken away. */
                body?: (skein.wire.v1.Body.$Properties|null);

                /** How often it has been edited by now, this one counted. */
                version: number;

                /**
                 * Encodes the specified MessageEdited message. Does not implicitly {@link skein.wire.v1.MessageEdited.verify|verify} messages.
                 * @param message MessageEdited message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MessageEdited.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MessageEdited message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MessageEdited & skein.wire.v1.MessageEdited.$Shape} MessageEdited
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MessageEdited & skein.wire.v1.MessageEdited.$Shape;
            }

            namespace MessageEdited {

                /** Properties of a MessageEdited. */
                interface $Properties {

                    /** MessageEdited targetSeq */
                    targetSeq?: (number|null);

                    /** MessageEdited messageId */
                    messageId?: (string|null);

                    /** Absent once the message was edited again or taken away. */
                    body?: (skein.wire.v1.Body.$Properties|null);

                    /** How often it has been edited by now, this one counted. */
                    version?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MessageEdited. */
                type $Shape = skein.wire.v1.MessageEdited.$Properties;
            }

            /**
             * Properties of a MemberJoined.
             * @deprecated Use skein.wire.v1.MemberJoined.$Properties instead.
             */
            interface IMemberJoined extends skein.wire.v1.MemberJoined.$Properties {
            }

            /** A user joined of their own will: by a link, an invitation or a request, or as the group is open. */
            class MemberJoined {

                /**
                 * Constructs a new MemberJoined.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MemberJoined.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MemberJoined userId. */
                userId: string;

                /** link, invitation, request or open. */
                how: string;

                /** Who had invited them, made the link, or answered their request; empty where the group is open. */
                approvedBy: string;

                /** They may read what was before, too: their stay begins at seq 1. Nothing of it is unread. */
                fromStart: boolean;

                /**
                 * Encodes the specified MemberJoined message. Does not implicitly {@link skein.wire.v1.MemberJoined.verify|verify} messages.
                 * @param message MemberJoined message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MemberJoined.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MemberJoined message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberJoined & skein.wire.v1.MemberJoined.$Shape} MemberJoined
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MemberJoined & skein.wire.v1.MemberJoined.$Shape;
            }

            namespace MemberJoined {

                /** Properties of a MemberJoined. */
                interface $Properties {

                    /** MemberJoined userId */
                    userId?: (string|null);

                    /** link, invitation, request or open. */
                    how?: (string|null);

                    /** Who had invited them, made the link, or answered their request; empty where the group is open. */
                    approvedBy?: (string|null);

                    /** They may read what was before, too: their stay begins at seq 1. Nothing of it is unread. */
                    fromStart?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MemberJoined. */
                type $Shape = skein.wire.v1.MemberJoined.$Properties;
            }

            /**
             * Properties of a UserBanned.
             * @deprecated Use skein.wire.v1.UserBanned.$Properties instead.
             */
            interface IUserBanned extends skein.wire.v1.UserBanned.$Properties {
            }

            /** A user was banned from the group, or may come back. Who was a member is removed by an item of its own, before. */
            class UserBanned {

                /**
                 * Constructs a new UserBanned.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.UserBanned.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UserBanned userId. */
                userId: string;

                /** UserBanned banned. */
                banned: boolean;

                /**
                 * Encodes the specified UserBanned message. Does not implicitly {@link skein.wire.v1.UserBanned.verify|verify} messages.
                 * @param message UserBanned message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.UserBanned.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a UserBanned message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UserBanned & skein.wire.v1.UserBanned.$Shape} UserBanned
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.UserBanned & skein.wire.v1.UserBanned.$Shape;
            }

            namespace UserBanned {

                /** Properties of a UserBanned. */
                interface $Properties {

                    /** UserBanned userId */
                    userId?: (string|null);

                    /** UserBanned banned */
                    banned?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a UserBanned. */
                type $Shape = skein.wire.v1.UserBanned.$Properties;
            }

            /**
             * Properties of a Member.
             * @deprecated Use skein.wire.v1.Member.$Properties instead.
             */
            interface IMember extends skein.wire.v1.Member.$Properties {
            }

            /** Represents a Member. */
            class Member {

                /**
                 * Constructs a new Member.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Member.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Member userId. */
                userId: string;

                /** owner, admin or member. */
                role: string;

                /**
                 * Encodes the specified Member message. Does not implicitly {@link skein.wire.v1.Member.verify|verify} messages.
                 * @param message Member message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Member.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Member message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Member & skein.wire.v1.Member.$Shape} Member
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Member & skein.wire.v1.Member.$Shape;
            }

            namespace Member {

                /** Properties of a Member. */
                interface $Properties {

                    /** Member userId */
                    userId?: (string|null);

                    /** owner, admin or member. */
                    role?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Member. */
                type $Shape = skein.wire.v1.Member.$Properties;
            }

            /**
             * Properties of a GroupSetting.
             * @deprecated Use skein.wire.v1.GroupSetting.$Properties instead.
             */
            interface IGroupSetting extends skein.wire.v1.GroupSetting.$Properties {
            }

            /** One setting of a group. Names and values are listed under "What a group is" of docs/protocol.md; one that you do not know changes nothing for you. */
            class GroupSetting {

                /**
                 * Constructs a new GroupSetting.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.GroupSetting.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GroupSetting name. */
                name: string;

                /** GroupSetting value. */
                value: string;

                /**
                 * Encodes the specified GroupSetting message. Does not implicitly {@link skein.wire.v1.GroupSetting.verify|verify} messages.
                 * @param message GroupSetting message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.GroupSetting.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GroupSetting message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupSetting & skein.wire.v1.GroupSetting.$Shape} GroupSetting
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.GroupSetting & skein.wire.v1.GroupSetting.$Shape;
            }

            namespace GroupSetting {

                /** Properties of a GroupSetting. */
                interface $Properties {

                    /** GroupSetting name */
                    name?: (string|null);

                    /** GroupSetting value */
                    value?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GroupSetting. */
                type $Shape = skein.wire.v1.GroupSetting.$Properties;
            }

            /**
             * Properties of a GroupChanged.
             * @deprecated Use skein.wire.v1.GroupChanged.$Properties instead.
             */
            interface IGroupChanged extends skein.wire.v1.GroupChanged.$Properties {
            }

            /** What is otherwise in a group from here on, each name once. */
            class GroupChanged {

                /**
                 * Constructs a new GroupChanged.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.GroupChanged.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GroupChanged settings. */
                settings: skein.wire.v1.GroupSetting.$Properties[];

                /**
                 * Encodes the specified GroupChanged message. Does not implicitly {@link skein.wire.v1.GroupChanged.verify|verify} messages.
                 * @param message GroupChanged message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.GroupChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GroupChanged message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupChanged & skein.wire.v1.GroupChanged.$Shape} GroupChanged
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.GroupChanged & skein.wire.v1.GroupChanged.$Shape;
            }

            namespace GroupChanged {

                /** Properties of a GroupChanged. */
                interface $Properties {

                    /** GroupChanged settings */
                    settings?: (skein.wire.v1.GroupSetting.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GroupChanged. */
                type $Shape = skein.wire.v1.GroupChanged.$Properties;
            }

            /**
             * Properties of a GroupDismissed.
             * @deprecated Use skein.wire.v1.GroupDismissed.$Properties instead.
             */
            interface IGroupDismissed extends skein.wire.v1.GroupDismissed.$Properties {
            }

            /** The group can be read, and nothing happens in it any more. */
            class GroupDismissed {

                /**
                 * Constructs a new GroupDismissed.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.GroupDismissed.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** By its end, which had come, and by nobody: the actor of the item is empty. */
                ended: boolean;

                /**
                 * Encodes the specified GroupDismissed message. Does not implicitly {@link skein.wire.v1.GroupDismissed.verify|verify} messages.
                 * @param message GroupDismissed message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.GroupDismissed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GroupDismissed message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupDismissed & skein.wire.v1.GroupDismissed.$Shape} GroupDismissed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.GroupDismissed & skein.wire.v1.GroupDismissed.$Shape;
            }

            namespace GroupDismissed {

                /** Properties of a GroupDismissed. */
                interface $Properties {

                    /** By its end, which had come, and by nobody: the actor of the item is empty. */
                    ended?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GroupDismissed. */
                type $Shape = skein.wire.v1.GroupDismissed.$Properties;
            }

            /**
             * Properties of an Invitation.
             * @deprecated Use skein.wire.v1.Invitation.$Properties instead.
             */
            interface IInvitation extends skein.wire.v1.Invitation.$Properties {
            }

            /** Represents an Invitation. */
            class Invitation {

                /**
                 * Constructs a new Invitation.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Invitation.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Invitation conversationId. */
                conversationId: string;

                /** Name of the group. */
                groupName: string;

                /** Invitation invitedBy. */
                invitedBy: string;

                /** Invitation greeting. */
                greeting: string;

                /** Milliseconds since the epoch. */
                invitedAtMs: number;

                /** Milliseconds since the epoch; 0 for never. */
                expiresAtMs: number;

                /**
                 * Encodes the specified Invitation message. Does not implicitly {@link skein.wire.v1.Invitation.verify|verify} messages.
                 * @param message Invitation message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Invitation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Invitation message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Invitation & skein.wire.v1.Invitation.$Shape} Invitation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Invitation & skein.wire.v1.Invitation.$Shape;
            }

            namespace Invitation {

                /** Properties of an Invitation. */
                interface $Properties {

                    /** Invitation conversationId */
                    conversationId?: (string|null);

                    /** Name of the group. */
                    groupName?: (string|null);

                    /** Invitation invitedBy */
                    invitedBy?: (string|null);

                    /** Invitation greeting */
                    greeting?: (string|null);

                    /** Milliseconds since the epoch. */
                    invitedAtMs?: (number|null);

                    /** Milliseconds since the epoch; 0 for never. */
                    expiresAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Invitation. */
                type $Shape = skein.wire.v1.Invitation.$Properties;
            }

            /**
             * Properties of a JoinRequest.
             * @deprecated Use skein.wire.v1.JoinRequest.$Properties instead.
             */
            interface IJoinRequest extends skein.wire.v1.JoinRequest.$Properties {
            }

            /** Represents a JoinRequest. */
            class JoinRequest {

                /**
                 * Constructs a new JoinRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinRequest userId. */
                userId: string;

                /** JoinRequest text. */
                text: string;

                /** To the questions of the group as they were then. */
                answers: string[];

                /** Milliseconds since the epoch. */
                askedAtMs: number;

                /** Milliseconds since the epoch. */
                expiresAtMs: number;

                /**
                 * Encodes the specified JoinRequest message. Does not implicitly {@link skein.wire.v1.JoinRequest.verify|verify} messages.
                 * @param message JoinRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinRequest & skein.wire.v1.JoinRequest.$Shape} JoinRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinRequest & skein.wire.v1.JoinRequest.$Shape;
            }

            namespace JoinRequest {

                /** Properties of a JoinRequest. */
                interface $Properties {

                    /** JoinRequest userId */
                    userId?: (string|null);

                    /** JoinRequest text */
                    text?: (string|null);

                    /** To the questions of the group as they were then. */
                    answers?: (string[]|null);

                    /** Milliseconds since the epoch. */
                    askedAtMs?: (number|null);

                    /** Milliseconds since the epoch. */
                    expiresAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinRequest. */
                type $Shape = skein.wire.v1.JoinRequest.$Properties;
            }

            /**
             * Properties of a JoinRequestState.
             * @deprecated Use skein.wire.v1.JoinRequestState.$Properties instead.
             */
            interface IJoinRequestState extends skein.wire.v1.JoinRequestState.$Properties {
            }

            /** Represents a JoinRequestState. */
            class JoinRequestState {

                /**
                 * Constructs a new JoinRequestState.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinRequestState.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinRequestState conversationId. */
                conversationId: string;

                /** Of one that waits, all of it; else who asked, and when. */
                request?: (skein.wire.v1.JoinRequest.$Properties|null);

                /** waits, accepted or refused; or over, as it can come to nothing any more: whoever asked took it back, is in by another way, or may not come in. */
                state: string;

                /** When it was accepted or refused, milliseconds since the epoch; else 0. */
                atMs: number;

                /**
                 * Encodes the specified JoinRequestState message. Does not implicitly {@link skein.wire.v1.JoinRequestState.verify|verify} messages.
                 * @param message JoinRequestState message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinRequestState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinRequestState message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinRequestState & skein.wire.v1.JoinRequestState.$Shape} JoinRequestState
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinRequestState & skein.wire.v1.JoinRequestState.$Shape;
            }

            namespace JoinRequestState {

                /** Properties of a JoinRequestState. */
                interface $Properties {

                    /** JoinRequestState conversationId */
                    conversationId?: (string|null);

                    /** Of one that waits, all of it; else who asked, and when. */
                    request?: (skein.wire.v1.JoinRequest.$Properties|null);

                    /** waits, accepted or refused; or over, as it can come to nothing any more: whoever asked took it back, is in by another way, or may not come in. */
                    state?: (string|null);

                    /** When it was accepted or refused, milliseconds since the epoch; else 0. */
                    atMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinRequestState. */
                type $Shape = skein.wire.v1.JoinRequestState.$Properties;
            }

            /**
             * Properties of a SyncRequest.
             * @deprecated Use skein.wire.v1.SyncRequest.$Properties instead.
             */
            interface ISyncRequest extends skein.wire.v1.SyncRequest.$Properties {
            }

            /** session/sync, client to server: what changed since the cursor. */
            class SyncRequest {

                /**
                 * Constructs a new SyncRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.SyncRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Opaque, from the last SyncReply; empty for everything. */
                cursor: Uint8Array;

                /** Last items per conversation to send inline; 0 for the server's default. */
                itemsPerConversation: number;

                /**
                 * Encodes the specified SyncRequest message. Does not implicitly {@link skein.wire.v1.SyncRequest.verify|verify} messages.
                 * @param message SyncRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.SyncRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SyncRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SyncRequest & skein.wire.v1.SyncRequest.$Shape} SyncRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.SyncRequest & skein.wire.v1.SyncRequest.$Shape;
            }

            namespace SyncRequest {

                /** Properties of a SyncRequest. */
                interface $Properties {

                    /** Opaque, from the last SyncReply; empty for everything. */
                    cursor?: (Uint8Array|null);

                    /** Last items per conversation to send inline; 0 for the server's default. */
                    itemsPerConversation?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SyncRequest. */
                type $Shape = skein.wire.v1.SyncRequest.$Properties;
            }

            /**
             * Properties of a SyncReply.
             * @deprecated Use skein.wire.v1.SyncReply.$Properties instead.
             */
            interface ISyncReply extends skein.wire.v1.SyncReply.$Properties {
            }

            /** Represents a SyncReply. */
            class SyncReply {

                /**
                 * Constructs a new SyncReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.SyncReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SyncReply cursor. */
                cursor: Uint8Array;

                /** Everything is sent, because the cursor was empty, too old, or of another log: forget what is not in it. */
                full: boolean;

                /** Not complete yet: ask again with the new cursor. */
                more: boolean;

                /** SyncReply sessions. */
                sessions: skein.wire.v1.Session.$Properties[];

                /** Last items of the changed conversations that this user may see, ascending by seq within a conversation. */
                items: Uint8Array[];

                /** Users that appear in what is sent. */
                profiles: skein.wire.v1.UserProfile.$Properties[];

                /** Not 0: the views are behind the log, or the sync was begun on another connection, and what they lack is in no answer yet; sync again, not before this many milliseconds. */
                retryAfterMs: number;

                /**
                 * What this user has deleted for themselves since the cursor, on any of their devices; nothing in a full sync, whose items are shown
                 * accordingly.
                 */
                hidden: skein.wire.v1.MessageHidden.$Properties[];

                /**
                 * With `full`, on its first page: the log is not the one that the cursor was made of; it was put back from a backup, or made anew. What was
                 * shown may be in it no more, or in another place: forget every conversation and begin anew.
                 */
                otherHistory: boolean;

                /**
                 * A part of the views stands still, nobody knows for how long, and what it lacks is in no answer yet. A resync comes once it has gone on: to
                 * sync again before that, for this alone, is of no use.
                 */
                partStands: boolean;

                /**
                 * How this user stands to others, where that has changed since the cursor, by whomever: friendships and requests that are no more come with
                 * nothing in their place. On the first page; in a full sync, whatever there is.
                 */
                relations: skein.wire.v1.Relation.$Properties[];

                /** More have changed than are sent: forget what is known of relations, and ask for the lists. */
                relationsCut: boolean;

                /** Whom this user lets reach them, where that has changed since the cursor, and else nothing. On the first page; in a full sync whatever it is. */
                privacy?: (skein.wire.v1.PrivacyReply.$Properties|null);

                /** Invitations of this user that wait for an answer, and were sent, or count again, since the cursor. On the first page; in a full sync, all there are. */
                invitations: skein.wire.v1.Invitation.$Properties[];

                /**
                 * Groups to which this user is invited no more, since the cursor: by whatever end, an answer of theirs among them. Of one that has become too
                 * old nothing is told: its end came with it. On the first page; in a full sync, none.
                 */
                endedInvitations: string[];

                /** More have changed than are sent: forget what is known of invitations, and ask for the list. */
                invitationsCut: boolean;

                /**
                 * Requests to join that wait for an answer, or do so no more, since the cursor: of this user, and those of others to join groups of which this user
                 * is owner or admin. On the first page; in a full sync, and of a group of which they have become that since, all that wait.
                 */
                joinRequests: skein.wire.v1.JoinRequestState.$Properties[];

                /** More have changed than are sent: forget what is known of requests to join, and ask for the lists. */
                joinRequestsCut: boolean;

                /**
                 * Encodes the specified SyncReply message. Does not implicitly {@link skein.wire.v1.SyncReply.verify|verify} messages.
                 * @param message SyncReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.SyncReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SyncReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SyncReply & skein.wire.v1.SyncReply.$Shape} SyncReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.SyncReply & skein.wire.v1.SyncReply.$Shape;
            }

            namespace SyncReply {

                /** Properties of a SyncReply. */
                interface $Properties {

                    /** SyncReply cursor */
                    cursor?: (Uint8Array|null);

                    /** Everything is sent, because the cursor was empty, too old, or of another log: forget what is not in it. */
                    full?: (boolean|null);

                    /** Not complete yet: ask again with the new cursor. */
                    more?: (boolean|null);

                    /** SyncReply sessions */
                    sessions?: (skein.wire.v1.Session.$Properties[]|null);

                    /** Last items of the changed conversations that this user may see, ascending by seq within a conversation. */
                    items?: (Uint8Array[]|null);

                    /** Users that appear in what is sent. */
                    profiles?: (skein.wire.v1.UserProfile.$Properties[]|null);

                    /** Not 0: the views are behind the log, or the sync was begun on another connection, and what they lack is in no answer yet; sync again, not before this many milliseconds. */
                    retryAfterMs?: (number|null);

                    /**
                     * What this user has deleted for themselves since the cursor, on any of their devices; nothing in a full sync, whose items are shown
                     * accordingly.
                     */
                    hidden?: (skein.wire.v1.MessageHidden.$Properties[]|null);

                    /**
                     * With `full`, on its first page: the log is not the one that the cursor was made of; it was put back from a backup, or made anew. What was
                     * shown may be in it no more, or in another place: forget every conversation and begin anew.
                     */
                    otherHistory?: (boolean|null);

                    /**
                     * A part of the views stands still, nobody knows for how long, and what it lacks is in no answer yet. A resync comes once it has gone on: to
                     * sync again before that, for this alone, is of no use.
                     */
                    partStands?: (boolean|null);

                    /**
                     * How this user stands to others, where that has changed since the cursor, by whomever: friendships and requests that are no more come with
                     * nothing in their place. On the first page; in a full sync, whatever there is.
                     */
                    relations?: (skein.wire.v1.Relation.$Properties[]|null);

                    /** More have changed than are sent: forget what is known of relations, and ask for the lists. */
                    relationsCut?: (boolean|null);

                    /** Whom this user lets reach them, where that has changed since the cursor, and else nothing. On the first page; in a full sync whatever it is. */
                    privacy?: (skein.wire.v1.PrivacyReply.$Properties|null);

                    /** Invitations of this user that wait for an answer, and were sent, or count again, since the cursor. On the first page; in a full sync, all there are. */
                    invitations?: (skein.wire.v1.Invitation.$Properties[]|null);

                    /**
                     * Groups to which this user is invited no more, since the cursor: by whatever end, an answer of theirs among them. Of one that has become too
                     * old nothing is told: its end came with it. On the first page; in a full sync, none.
                     */
                    endedInvitations?: (string[]|null);

                    /** More have changed than are sent: forget what is known of invitations, and ask for the list. */
                    invitationsCut?: (boolean|null);

                    /**
                     * Requests to join that wait for an answer, or do so no more, since the cursor: of this user, and those of others to join groups of which this user
                     * is owner or admin. On the first page; in a full sync, and of a group of which they have become that since, all that wait.
                     */
                    joinRequests?: (skein.wire.v1.JoinRequestState.$Properties[]|null);

                    /** More have changed than are sent: forget what is known of requests to join, and ask for the lists. */
                    joinRequestsCut?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SyncReply. */
                type $Shape = skein.wire.v1.SyncReply.$Properties;
            }

            /**
             * Properties of a Session.
             * @deprecated Use skein.wire.v1.Session.$Properties instead.
             */
            interface ISession extends skein.wire.v1.Session.$Properties {
            }

            /** A user's entry for a conversation, with the conversation's head. */
            class Session {

                /**
                 * Constructs a new Session.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Session.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Session conversationId. */
                conversationId: string;

                /** direct, group, or broadcasts for what is told to every user of the app. */
                kind: string;

                /** Name of the group; empty for direct conversations. */
                name: string;

                /** 0 for direct conversations, and once the user is out. */
                memberCount: number;

                /** Session lastSeq. */
                lastSeq: number;

                /** Session lastOrdinal. */
                lastOrdinal: number;

                /** Session readOrdinal. */
                readOrdinal: number;

                /** Session unread. */
                unread: number;

                /** Role of the user; empty for direct conversations, and once the user is out of the group. */
                role: string;

                /**
                 * First seq that the user may read in their present (or last) stay: where it began, or 1 where the group showed its history from the start
                 * then. What may be read of stays before that, history tells.
                 */
                fromSeq: number;

                /** First seq the user may no longer see; 0 while a member. */
                toSeq: number;

                /** Milliseconds since the epoch. */
                lastActivityAtMs: number;

                /**
                 * Ordinals behind read_ordinal of messages that are not unread: taken away since, by whomever. unread = last_ordinal - read_ordinal -
                 * how many these are.
                 */
                uncountedOrdinals: number[];

                /** Until when the user may say nothing in the group, milliseconds since the epoch; 0 for one who was never muted there. */
                mutedUntilMs: number;

                /** When the group was dismissed, milliseconds since the epoch; 0 while it goes on, for direct conversations, and for one who was out before. */
                dismissedAtMs: number;

                /**
                 * Encodes the specified Session message. Does not implicitly {@link skein.wire.v1.Session.verify|verify} messages.
                 * @param message Session message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Session.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Session message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Session & skein.wire.v1.Session.$Shape} Session
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Session & skein.wire.v1.Session.$Shape;
            }

            namespace Session {

                /** Properties of a Session. */
                interface $Properties {

                    /** Session conversationId */
                    conversationId?: (string|null);

                    /** direct, group, or broadcasts for what is told to every user of the app. */
                    kind?: (string|null);

                    /** Name of the group; empty for direct conversations. */
                    name?: (string|null);

                    /** 0 for direct conversations, and once the user is out. */
                    memberCount?: (number|null);

                    /** Session lastSeq */
                    lastSeq?: (number|null);

                    /** Session lastOrdinal */
                    lastOrdinal?: (number|null);

                    /** Session readOrdinal */
                    readOrdinal?: (number|null);

                    /** Session unread */
                    unread?: (number|null);

                    /** Role of the user; empty for direct conversations, and once the user is out of the group. */
                    role?: (string|null);

                    /**
                     * First seq that the user may read in their present (or last) stay: where it began, or 1 where the group showed its history from the start
                     * then. What may be read of stays before that, history tells.
                     */
                    fromSeq?: (number|null);

                    /** First seq the user may no longer see; 0 while a member. */
                    toSeq?: (number|null);

                    /** Milliseconds since the epoch. */
                    lastActivityAtMs?: (number|null);

                    /**
                     * Ordinals behind read_ordinal of messages that are not unread: taken away since, by whomever. unread = last_ordinal - read_ordinal -
                     * how many these are.
                     */
                    uncountedOrdinals?: (number[]|null);

                    /** Until when the user may say nothing in the group, milliseconds since the epoch; 0 for one who was never muted there. */
                    mutedUntilMs?: (number|null);

                    /** When the group was dismissed, milliseconds since the epoch; 0 while it goes on, for direct conversations, and for one who was out before. */
                    dismissedAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Session. */
                type $Shape = skein.wire.v1.Session.$Properties;
            }

            /**
             * Properties of a MissedRequest.
             * @deprecated Use skein.wire.v1.MissedRequest.$Properties instead.
             */
            interface IMissedRequest extends skein.wire.v1.MissedRequest.$Properties {
            }

            /**
             * session/missed, client to server: the items since a cursor that are no messages, of all conversations, by conversation and seq. Asked behind
             * a sync, with the cursor that the sync was asked with.
             */
            class MissedRequest {

                /**
                 * Constructs a new MissedRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MissedRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Opaque, from a SyncReply. */
                cursor: Uint8Array;

                /** Continue behind this item, the last of the page before; empty and 0 for the first page. */
                afterConversationId: string;

                /** MissedRequest afterSeq. */
                afterSeq: number;

                /** 0 for the server's default. */
                limit: number;

                /**
                 * Encodes the specified MissedRequest message. Does not implicitly {@link skein.wire.v1.MissedRequest.verify|verify} messages.
                 * @param message MissedRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MissedRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MissedRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MissedRequest & skein.wire.v1.MissedRequest.$Shape} MissedRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MissedRequest & skein.wire.v1.MissedRequest.$Shape;
            }

            namespace MissedRequest {

                /** Properties of a MissedRequest. */
                interface $Properties {

                    /** Opaque, from a SyncReply. */
                    cursor?: (Uint8Array|null);

                    /** Continue behind this item, the last of the page before; empty and 0 for the first page. */
                    afterConversationId?: (string|null);

                    /** MissedRequest afterSeq */
                    afterSeq?: (number|null);

                    /** 0 for the server's default. */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MissedRequest. */
                type $Shape = skein.wire.v1.MissedRequest.$Properties;
            }

            /**
             * Properties of a MissedReply.
             * @deprecated Use skein.wire.v1.MissedReply.$Properties instead.
             */
            interface IMissedReply extends skein.wire.v1.MissedReply.$Properties {
            }

            /** session/missed, answer. */
            class MissedReply {

                /**
                 * Constructs a new MissedReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MissedReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MissedReply items. */
                items: Uint8Array[];

                /** There are more behind the last. */
                more: boolean;

                /** The cursor was empty, too old, or of another log: who has nothing has missed nothing, and a sync sends everything. */
                full: boolean;

                /**
                 * Encodes the specified MissedReply message. Does not implicitly {@link skein.wire.v1.MissedReply.verify|verify} messages.
                 * @param message MissedReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MissedReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MissedReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MissedReply & skein.wire.v1.MissedReply.$Shape} MissedReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MissedReply & skein.wire.v1.MissedReply.$Shape;
            }

            namespace MissedReply {

                /** Properties of a MissedReply. */
                interface $Properties {

                    /** MissedReply items */
                    items?: (Uint8Array[]|null);

                    /** There are more behind the last. */
                    more?: (boolean|null);

                    /** The cursor was empty, too old, or of another log: who has nothing has missed nothing, and a sync sends everything. */
                    full?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MissedReply. */
                type $Shape = skein.wire.v1.MissedReply.$Properties;
            }

            /**
             * Properties of an UnreadRequest.
             * @deprecated Use skein.wire.v1.UnreadRequest.$Properties instead.
             */
            interface IUnreadRequest extends skein.wire.v1.UnreadRequest.$Properties {
            }

            /** session/unread, client to server. */
            class UnreadRequest {

                /**
                 * Constructs a new UnreadRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.UnreadRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified UnreadRequest message. Does not implicitly {@link skein.wire.v1.UnreadRequest.verify|verify} messages.
                 * @param message UnreadRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.UnreadRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UnreadRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UnreadRequest & skein.wire.v1.UnreadRequest.$Shape} UnreadRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.UnreadRequest & skein.wire.v1.UnreadRequest.$Shape;
            }

            namespace UnreadRequest {

                /** Properties of an UnreadRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UnreadRequest. */
                type $Shape = skein.wire.v1.UnreadRequest.$Properties;
            }

            /**
             * Properties of an UnreadReply.
             * @deprecated Use skein.wire.v1.UnreadReply.$Properties instead.
             */
            interface IUnreadReply extends skein.wire.v1.UnreadReply.$Properties {
            }

            /** Represents an UnreadReply. */
            class UnreadReply {

                /**
                 * Constructs a new UnreadReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.UnreadReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Conversations with unread messages. */
                entries: skein.wire.v1.UnreadReply.Entry.$Properties[];

                /** UnreadReply total. */
                total: number;

                /**
                 * Encodes the specified UnreadReply message. Does not implicitly {@link skein.wire.v1.UnreadReply.verify|verify} messages.
                 * @param message UnreadReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.UnreadReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UnreadReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UnreadReply & skein.wire.v1.UnreadReply.$Shape} UnreadReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.UnreadReply & skein.wire.v1.UnreadReply.$Shape;
            }

            namespace UnreadReply {

                /** Properties of an UnreadReply. */
                interface $Properties {

                    /** Conversations with unread messages. */
                    entries?: (skein.wire.v1.UnreadReply.Entry.$Properties[]|null);

                    /** UnreadReply total */
                    total?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UnreadReply. */
                type $Shape = skein.wire.v1.UnreadReply.$Properties;

                /**
                 * Properties of an Entry.
                 * @deprecated Use skein.wire.v1.UnreadReply.Entry.$Properties instead.
                 */
                interface IEntry extends skein.wire.v1.UnreadReply.Entry.$Properties {
                }

                /** Represents an Entry. */
                class Entry {

                    /**
                     * Constructs a new Entry.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: skein.wire.v1.UnreadReply.Entry.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Entry conversationId. */
                    conversationId: string;

                    /** Entry unread. */
                    unread: number;

                    /** Entry lastOrdinal. */
                    lastOrdinal: number;

                    /** Entry readOrdinal. */
                    readOrdinal: number;

                    /**
                     * Encodes the specified Entry message. Does not implicitly {@link skein.wire.v1.UnreadReply.Entry.verify|verify} messages.
                     * @param message Entry message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: skein.wire.v1.UnreadReply.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an Entry message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {skein.wire.v1.UnreadReply.Entry & skein.wire.v1.UnreadReply.Entry.$Shape} Entry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.UnreadReply.Entry & skein.wire.v1.UnreadReply.Entry.$Shape;
                }

                namespace Entry {

                    /** Properties of an Entry. */
                    interface $Properties {

                        /** Entry conversationId */
                        conversationId?: (string|null);

                        /** Entry unread */
                        unread?: (number|null);

                        /** Entry lastOrdinal */
                        lastOrdinal?: (number|null);

                        /** Entry readOrdinal */
                        readOrdinal?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an Entry. */
                    type $Shape = skein.wire.v1.UnreadReply.Entry.$Properties;
                }
            }

            /**
             * Properties of a Resync.
             * @deprecated Use skein.wire.v1.Resync.$Properties instead.
             */
            interface IResync extends skein.wire.v1.Resync.$Properties {
            }

            /** session/resync, server to client: something may have been missed on the way; sync from your cursor. */
            class Resync {

                /**
                 * Constructs a new Resync.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Resync.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** For people who read logs. */
                reason: string;

                /**
                 * Encodes the specified Resync message. Does not implicitly {@link skein.wire.v1.Resync.verify|verify} messages.
                 * @param message Resync message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Resync.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Resync message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Resync & skein.wire.v1.Resync.$Shape} Resync
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Resync & skein.wire.v1.Resync.$Shape;
            }

            namespace Resync {

                /** Properties of a Resync. */
                interface $Properties {

                    /** For people who read logs. */
                    reason?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Resync. */
                type $Shape = skein.wire.v1.Resync.$Properties;
            }

            /**
             * Properties of a SendRequest.
             * @deprecated Use skein.wire.v1.SendRequest.$Properties instead.
             */
            interface ISendRequest extends skein.wire.v1.SendRequest.$Properties {
            }

            /** message/send, client to server. */
            class SendRequest {

                /**
                 * Constructs a new SendRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.SendRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SendRequest conversationId. */
                conversationId: string;

                /** UUID made by the device: the same for every resend of the same message. */
                clientMessageId: string;

                /** SendRequest body. */
                body?: (skein.wire.v1.Body.$Properties|null);

                /** seq of the message this one answers; 0 for none. */
                replyTo: number;

                /** SendRequest attachments. */
                attachments: skein.wire.v1.Attachment.$Properties[];

                /** Whether it is meant for everybody in the group; FORBIDDEN for whom canMentionAll does not let. */
                mentionAll: boolean;

                /**
                 * Encodes the specified SendRequest message. Does not implicitly {@link skein.wire.v1.SendRequest.verify|verify} messages.
                 * @param message SendRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.SendRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SendRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SendRequest & skein.wire.v1.SendRequest.$Shape} SendRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.SendRequest & skein.wire.v1.SendRequest.$Shape;
            }

            namespace SendRequest {

                /** Properties of a SendRequest. */
                interface $Properties {

                    /** SendRequest conversationId */
                    conversationId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same message. */
                    clientMessageId?: (string|null);

                    /** SendRequest body */
                    body?: (skein.wire.v1.Body.$Properties|null);

                    /** seq of the message this one answers; 0 for none. */
                    replyTo?: (number|null);

                    /** SendRequest attachments */
                    attachments?: (skein.wire.v1.Attachment.$Properties[]|null);

                    /** Whether it is meant for everybody in the group; FORBIDDEN for whom canMentionAll does not let. */
                    mentionAll?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SendRequest. */
                type $Shape = skein.wire.v1.SendRequest.$Properties;
            }

            /**
             * Properties of a SendReply.
             * @deprecated Use skein.wire.v1.SendReply.$Properties instead.
             */
            interface ISendReply extends skein.wire.v1.SendReply.$Properties {
            }

            /** message/send, answer: the message is stored and will never be lost. */
            class SendReply {

                /**
                 * Constructs a new SendReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.SendReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SendReply messageId. */
                messageId: string;

                /** SendReply seq. */
                seq: number;

                /** SendReply ordinal. */
                ordinal: number;

                /** When the server first received it, milliseconds since the epoch. */
                sentAtMs: number;

                /**
                 * Encodes the specified SendReply message. Does not implicitly {@link skein.wire.v1.SendReply.verify|verify} messages.
                 * @param message SendReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.SendReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SendReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SendReply & skein.wire.v1.SendReply.$Shape} SendReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.SendReply & skein.wire.v1.SendReply.$Shape;
            }

            namespace SendReply {

                /** Properties of a SendReply. */
                interface $Properties {

                    /** SendReply messageId */
                    messageId?: (string|null);

                    /** SendReply seq */
                    seq?: (number|null);

                    /** SendReply ordinal */
                    ordinal?: (number|null);

                    /** When the server first received it, milliseconds since the epoch. */
                    sentAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SendReply. */
                type $Shape = skein.wire.v1.SendReply.$Properties;
            }

            /**
             * Properties of a RevokeRequest.
             * @deprecated Use skein.wire.v1.RevokeRequest.$Properties instead.
             */
            interface IRevokeRequest extends skein.wire.v1.RevokeRequest.$Properties {
            }

            /** message/revoke, client to server: takes a message back from everyone. */
            class RevokeRequest {

                /**
                 * Constructs a new RevokeRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RevokeRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RevokeRequest conversationId. */
                conversationId: string;

                /** Place and id of the message, as it was shown. */
                seq: number;

                /** RevokeRequest messageId. */
                messageId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified RevokeRequest message. Does not implicitly {@link skein.wire.v1.RevokeRequest.verify|verify} messages.
                 * @param message RevokeRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RevokeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RevokeRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RevokeRequest & skein.wire.v1.RevokeRequest.$Shape} RevokeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RevokeRequest & skein.wire.v1.RevokeRequest.$Shape;
            }

            namespace RevokeRequest {

                /** Properties of a RevokeRequest. */
                interface $Properties {

                    /** RevokeRequest conversationId */
                    conversationId?: (string|null);

                    /** Place and id of the message, as it was shown. */
                    seq?: (number|null);

                    /** RevokeRequest messageId */
                    messageId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RevokeRequest. */
                type $Shape = skein.wire.v1.RevokeRequest.$Properties;
            }

            /**
             * Properties of an EditRequest.
             * @deprecated Use skein.wire.v1.EditRequest.$Properties instead.
             */
            interface IEditRequest extends skein.wire.v1.EditRequest.$Properties {
            }

            /** message/edit, client to server: gives a message another body, of the same content type. */
            class EditRequest {

                /**
                 * Constructs a new EditRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.EditRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EditRequest conversationId. */
                conversationId: string;

                /** Place and id of the message, as it was shown. */
                seq: number;

                /** EditRequest messageId. */
                messageId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /** EditRequest body. */
                body?: (skein.wire.v1.Body.$Properties|null);

                /**
                 * Encodes the specified EditRequest message. Does not implicitly {@link skein.wire.v1.EditRequest.verify|verify} messages.
                 * @param message EditRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.EditRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EditRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.EditRequest & skein.wire.v1.EditRequest.$Shape} EditRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.EditRequest & skein.wire.v1.EditRequest.$Shape;
            }

            namespace EditRequest {

                /** Properties of an EditRequest. */
                interface $Properties {

                    /** EditRequest conversationId */
                    conversationId?: (string|null);

                    /** Place and id of the message, as it was shown. */
                    seq?: (number|null);

                    /** EditRequest messageId */
                    messageId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** EditRequest body */
                    body?: (skein.wire.v1.Body.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EditRequest. */
                type $Shape = skein.wire.v1.EditRequest.$Properties;
            }

            /**
             * Properties of a DeleteRequest.
             * @deprecated Use skein.wire.v1.DeleteRequest.$Properties instead.
             */
            interface IDeleteRequest extends skein.wire.v1.DeleteRequest.$Properties {
            }

            /** message/delete-for-all, client to server: deletes a message for everyone. */
            class DeleteRequest {

                /**
                 * Constructs a new DeleteRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.DeleteRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DeleteRequest conversationId. */
                conversationId: string;

                /** Place and id of the message, as it was shown. */
                seq: number;

                /** DeleteRequest messageId. */
                messageId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified DeleteRequest message. Does not implicitly {@link skein.wire.v1.DeleteRequest.verify|verify} messages.
                 * @param message DeleteRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.DeleteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DeleteRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.DeleteRequest & skein.wire.v1.DeleteRequest.$Shape} DeleteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.DeleteRequest & skein.wire.v1.DeleteRequest.$Shape;
            }

            namespace DeleteRequest {

                /** Properties of a DeleteRequest. */
                interface $Properties {

                    /** DeleteRequest conversationId */
                    conversationId?: (string|null);

                    /** Place and id of the message, as it was shown. */
                    seq?: (number|null);

                    /** DeleteRequest messageId */
                    messageId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DeleteRequest. */
                type $Shape = skein.wire.v1.DeleteRequest.$Properties;
            }

            /**
             * Properties of a HideRequest.
             * @deprecated Use skein.wire.v1.HideRequest.$Properties instead.
             */
            interface IHideRequest extends skein.wire.v1.HideRequest.$Properties {
            }

            /** message/delete-for-me, client to server: deletes a message for oneself, on all of one's devices. */
            class HideRequest {

                /**
                 * Constructs a new HideRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.HideRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HideRequest conversationId. */
                conversationId: string;

                /** Place and id of the message, as it was shown. */
                seq: number;

                /** HideRequest messageId. */
                messageId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified HideRequest message. Does not implicitly {@link skein.wire.v1.HideRequest.verify|verify} messages.
                 * @param message HideRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.HideRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HideRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.HideRequest & skein.wire.v1.HideRequest.$Shape} HideRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.HideRequest & skein.wire.v1.HideRequest.$Shape;
            }

            namespace HideRequest {

                /** Properties of a HideRequest. */
                interface $Properties {

                    /** HideRequest conversationId */
                    conversationId?: (string|null);

                    /** Place and id of the message, as it was shown. */
                    seq?: (number|null);

                    /** HideRequest messageId */
                    messageId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HideRequest. */
                type $Shape = skein.wire.v1.HideRequest.$Properties;
            }

            /**
             * Properties of a BroadcastRequest.
             * @deprecated Use skein.wire.v1.BroadcastRequest.$Properties instead.
             */
            interface IBroadcastRequest extends skein.wire.v1.BroadcastRequest.$Properties {
            }

            /** message/broadcast, client to server: appends a message to what every user of the app sees. Asks for the right. */
            class BroadcastRequest {

                /**
                 * Constructs a new BroadcastRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.BroadcastRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** b:<appId>. */
                conversationId: string;

                /** UUID made by the device: the same for every resend of the same message. */
                clientMessageId: string;

                /** BroadcastRequest body. */
                body?: (skein.wire.v1.Body.$Properties|null);

                /** BroadcastRequest attachments. */
                attachments: skein.wire.v1.Attachment.$Properties[];

                /** How many connections each gateway tells in a second; 0 for as many as the deployment allows. */
                perSecond: number;

                /**
                 * Encodes the specified BroadcastRequest message. Does not implicitly {@link skein.wire.v1.BroadcastRequest.verify|verify} messages.
                 * @param message BroadcastRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.BroadcastRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BroadcastRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.BroadcastRequest & skein.wire.v1.BroadcastRequest.$Shape} BroadcastRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.BroadcastRequest & skein.wire.v1.BroadcastRequest.$Shape;
            }

            namespace BroadcastRequest {

                /** Properties of a BroadcastRequest. */
                interface $Properties {

                    /** b:<appId>. */
                    conversationId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same message. */
                    clientMessageId?: (string|null);

                    /** BroadcastRequest body */
                    body?: (skein.wire.v1.Body.$Properties|null);

                    /** BroadcastRequest attachments */
                    attachments?: (skein.wire.v1.Attachment.$Properties[]|null);

                    /** How many connections each gateway tells in a second; 0 for as many as the deployment allows. */
                    perSecond?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BroadcastRequest. */
                type $Shape = skein.wire.v1.BroadcastRequest.$Properties;
            }

            /**
             * Properties of a BroadcastOnlineRequest.
             * @deprecated Use skein.wire.v1.BroadcastOnlineRequest.$Properties instead.
             */
            interface IBroadcastOnlineRequest extends skein.wire.v1.BroadcastOnlineRequest.$Properties {
            }

            /** message/broadcast-online, client to server: tells everybody who is connected now, and nobody later. Asks for the right. */
            class BroadcastOnlineRequest {

                /**
                 * Constructs a new BroadcastOnlineRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.BroadcastOnlineRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** b:<appId>. */
                conversationId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /** BroadcastOnlineRequest body. */
                body?: (skein.wire.v1.Body.$Properties|null);

                /** As of a broadcast. */
                perSecond: number;

                /**
                 * Encodes the specified BroadcastOnlineRequest message. Does not implicitly {@link skein.wire.v1.BroadcastOnlineRequest.verify|verify} messages.
                 * @param message BroadcastOnlineRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.BroadcastOnlineRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BroadcastOnlineRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.BroadcastOnlineRequest & skein.wire.v1.BroadcastOnlineRequest.$Shape} BroadcastOnlineRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.BroadcastOnlineRequest & skein.wire.v1.BroadcastOnlineRequest.$Shape;
            }

            namespace BroadcastOnlineRequest {

                /** Properties of a BroadcastOnlineRequest. */
                interface $Properties {

                    /** b:<appId>. */
                    conversationId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** BroadcastOnlineRequest body */
                    body?: (skein.wire.v1.Body.$Properties|null);

                    /** As of a broadcast. */
                    perSecond?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BroadcastOnlineRequest. */
                type $Shape = skein.wire.v1.BroadcastOnlineRequest.$Properties;
            }

            /**
             * Properties of a BroadcastOnlineReply.
             * @deprecated Use skein.wire.v1.BroadcastOnlineReply.$Properties instead.
             */
            interface IBroadcastOnlineReply extends skein.wire.v1.BroadcastOnlineReply.$Properties {
            }

            /** message/broadcast-online, answer: it is on its way. */
            class BroadcastOnlineReply {

                /**
                 * Constructs a new BroadcastOnlineReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.BroadcastOnlineReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BroadcastOnlineReply noticeId. */
                noticeId: string;

                /** When the server received it, milliseconds since the epoch. */
                sentAtMs: number;

                /**
                 * Encodes the specified BroadcastOnlineReply message. Does not implicitly {@link skein.wire.v1.BroadcastOnlineReply.verify|verify} messages.
                 * @param message BroadcastOnlineReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.BroadcastOnlineReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BroadcastOnlineReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.BroadcastOnlineReply & skein.wire.v1.BroadcastOnlineReply.$Shape} BroadcastOnlineReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.BroadcastOnlineReply & skein.wire.v1.BroadcastOnlineReply.$Shape;
            }

            namespace BroadcastOnlineReply {

                /** Properties of a BroadcastOnlineReply. */
                interface $Properties {

                    /** BroadcastOnlineReply noticeId */
                    noticeId?: (string|null);

                    /** When the server received it, milliseconds since the epoch. */
                    sentAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BroadcastOnlineReply. */
                type $Shape = skein.wire.v1.BroadcastOnlineReply.$Properties;
            }

            /**
             * Properties of a Push.
             * @deprecated Use skein.wire.v1.Push.$Properties instead.
             */
            interface IPush extends skein.wire.v1.Push.$Properties {
            }

            /**
             * message/push, server to client. Acknowledged by a message/push packet with the ack flag, no body, and the sequence of
             * the newest push received: it acknowledges every push up to it.
             */
            class Push {

                /**
                 * Constructs a new Push.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Push.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Push items. */
                items: Uint8Array[];

                /** Push notices. */
                notices: Uint8Array[];

                /**
                 * Encodes the specified Push message. Does not implicitly {@link skein.wire.v1.Push.verify|verify} messages.
                 * @param message Push message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Push.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Push message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Push & skein.wire.v1.Push.$Shape} Push
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Push & skein.wire.v1.Push.$Shape;
            }

            namespace Push {

                /** Properties of a Push. */
                interface $Properties {

                    /** Push items */
                    items?: (Uint8Array[]|null);

                    /** Push notices */
                    notices?: (Uint8Array[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Push. */
                type $Shape = skein.wire.v1.Push.$Properties;
            }

            /**
             * Properties of a Notice.
             * @deprecated Use skein.wire.v1.Notice.$Properties instead.
             */
            interface INotice extends skein.wire.v1.Notice.$Properties {
            }

            /** Something that takes no place in a conversation. A notice may be lost: what it tells a user of themselves, the next sync tells too. */
            class Notice {

                /**
                 * Constructs a new Notice.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Notice.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Notice readMarked. */
                readMarked?: (skein.wire.v1.ReadMarked.$Properties|null);

                /** Notice messageHidden. */
                messageHidden?: (skein.wire.v1.MessageHidden.$Properties|null);

                /** Notice friendRequested. */
                friendRequested?: (skein.wire.v1.FriendRequested.$Properties|null);

                /** Notice friendRequestAnswered. */
                friendRequestAnswered?: (skein.wire.v1.FriendRequestAnswered.$Properties|null);

                /** Notice friendDeleted. */
                friendDeleted?: (skein.wire.v1.FriendDeleted.$Properties|null);

                /** Notice remarkSet. */
                remarkSet?: (skein.wire.v1.RemarkSet.$Properties|null);

                /** Notice userBlocked. */
                userBlocked?: (skein.wire.v1.UserBlocked.$Properties|null);

                /** Notice privacyChanged. */
                privacyChanged?: (skein.wire.v1.PrivacyChanged.$Properties|null);

                /** Notice roomSignal. */
                roomSignal?: (skein.wire.v1.RoomSignal.$Properties|null);

                /** Notice userUnblocked. */
                userUnblocked?: (skein.wire.v1.UserUnblocked.$Properties|null);

                /** Notice onlineNotified. */
                onlineNotified?: (skein.wire.v1.OnlineNotified.$Properties|null);

                /** Notice invitationSent. */
                invitationSent?: (skein.wire.v1.InvitationSent.$Properties|null);

                /** Notice invitationAnswered. */
                invitationAnswered?: (skein.wire.v1.InvitationAnswered.$Properties|null);

                /** Notice joinRequested. */
                joinRequested?: (skein.wire.v1.JoinRequested.$Properties|null);

                /** Notice joinRequestAnswered. */
                joinRequestAnswered?: (skein.wire.v1.JoinRequestAnswered.$Properties|null);

                /** Notice joinLinkMade. */
                joinLinkMade?: (skein.wire.v1.JoinLinkMade.$Properties|null);

                /** Notice joinLinkRevoked. */
                joinLinkRevoked?: (skein.wire.v1.JoinLinkRevoked.$Properties|null);

                /** Notice invitationRevoked. */
                invitationRevoked?: (skein.wire.v1.InvitationRevoked.$Properties|null);

                /** Notice joinRequestWithdrawn. */
                joinRequestWithdrawn?: (skein.wire.v1.JoinRequestWithdrawn.$Properties|null);

                /** Notice content. */
                content?: ("readMarked"|"messageHidden"|"friendRequested"|"friendRequestAnswered"|"friendDeleted"|"remarkSet"|"userBlocked"|"privacyChanged"|"roomSignal"|"userUnblocked"|"onlineNotified"|"invitationSent"|"invitationAnswered"|"joinRequested"|"joinRequestAnswered"|"joinLinkMade"|"joinLinkRevoked"|"invitationRevoked"|"joinRequestWithdrawn");

                /**
                 * Encodes the specified Notice message. Does not implicitly {@link skein.wire.v1.Notice.verify|verify} messages.
                 * @param message Notice message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Notice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Notice message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Notice & skein.wire.v1.Notice.$Shape} Notice
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Notice & skein.wire.v1.Notice.$Shape;
            }

            namespace Notice {

                /** Properties of a Notice. */
                interface $Properties {

                    /** Notice readMarked */
                    readMarked?: (skein.wire.v1.ReadMarked.$Properties|null);

                    /** Notice messageHidden */
                    messageHidden?: (skein.wire.v1.MessageHidden.$Properties|null);

                    /** Notice friendRequested */
                    friendRequested?: (skein.wire.v1.FriendRequested.$Properties|null);

                    /** Notice friendRequestAnswered */
                    friendRequestAnswered?: (skein.wire.v1.FriendRequestAnswered.$Properties|null);

                    /** Notice friendDeleted */
                    friendDeleted?: (skein.wire.v1.FriendDeleted.$Properties|null);

                    /** Notice remarkSet */
                    remarkSet?: (skein.wire.v1.RemarkSet.$Properties|null);

                    /** Notice userBlocked */
                    userBlocked?: (skein.wire.v1.UserBlocked.$Properties|null);

                    /** Notice privacyChanged */
                    privacyChanged?: (skein.wire.v1.PrivacyChanged.$Properties|null);

                    /** Notice roomSignal */
                    roomSignal?: (skein.wire.v1.RoomSignal.$Properties|null);

                    /** Notice userUnblocked */
                    userUnblocked?: (skein.wire.v1.UserUnblocked.$Properties|null);

                    /** Notice onlineNotified */
                    onlineNotified?: (skein.wire.v1.OnlineNotified.$Properties|null);

                    /** Notice invitationSent */
                    invitationSent?: (skein.wire.v1.InvitationSent.$Properties|null);

                    /** Notice invitationAnswered */
                    invitationAnswered?: (skein.wire.v1.InvitationAnswered.$Properties|null);

                    /** Notice joinRequested */
                    joinRequested?: (skein.wire.v1.JoinRequested.$Properties|null);

                    /** Notice joinRequestAnswered */
                    joinRequestAnswered?: (skein.wire.v1.JoinRequestAnswered.$Properties|null);

                    /** Notice joinLinkMade */
                    joinLinkMade?: (skein.wire.v1.JoinLinkMade.$Properties|null);

                    /** Notice joinLinkRevoked */
                    joinLinkRevoked?: (skein.wire.v1.JoinLinkRevoked.$Properties|null);

                    /** Notice invitationRevoked */
                    invitationRevoked?: (skein.wire.v1.InvitationRevoked.$Properties|null);

                    /** Notice joinRequestWithdrawn */
                    joinRequestWithdrawn?: (skein.wire.v1.JoinRequestWithdrawn.$Properties|null);

                    /** Notice content */
                    content?: ("readMarked"|"messageHidden"|"friendRequested"|"friendRequestAnswered"|"friendDeleted"|"remarkSet"|"userBlocked"|"privacyChanged"|"roomSignal"|"userUnblocked"|"onlineNotified"|"invitationSent"|"invitationAnswered"|"joinRequested"|"joinRequestAnswered"|"joinLinkMade"|"joinLinkRevoked"|"invitationRevoked"|"joinRequestWithdrawn");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Notice. */
                type $Shape = {
                  readMarked?: skein.wire.v1.ReadMarked.$Shape|null;
                  messageHidden?: skein.wire.v1.MessageHidden.$Shape|null;
                  friendRequested?: skein.wire.v1.FriendRequested.$Shape|null;
                  friendRequestAnswered?: skein.wire.v1.FriendRequestAnswered.$Shape|null;
                  friendDeleted?: skein.wire.v1.FriendDeleted.$Shape|null;
                  remarkSet?: skein.wire.v1.RemarkSet.$Shape|null;
                  userBlocked?: skein.wire.v1.UserBlocked.$Shape|null;
                  privacyChanged?: skein.wire.v1.PrivacyChanged.$Shape|null;
                  roomSignal?: skein.wire.v1.RoomSignal.$Shape|null;
                  userUnblocked?: skein.wire.v1.UserUnblocked.$Shape|null;
                  onlineNotified?: skein.wire.v1.OnlineNotified.$Shape|null;
                  invitationSent?: skein.wire.v1.InvitationSent.$Shape|null;
                  invitationAnswered?: skein.wire.v1.InvitationAnswered.$Shape|null;
                  joinRequested?: skein.wire.v1.JoinRequested.$Shape|null;
                  joinRequestAnswered?: skein.wire.v1.JoinRequestAnswered.$Shape|null;
                  joinLinkMade?: skein.wire.v1.JoinLinkMade.$Shape|null;
                  joinLinkRevoked?: skein.wire.v1.JoinLinkRevoked.$Shape|null;
                  invitationRevoked?: skein.wire.v1.InvitationRevoked.$Shape|null;
                  joinRequestWithdrawn?: skein.wire.v1.JoinRequestWithdrawn.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ content?: undefined; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "readMarked"; readMarked: skein.wire.v1.ReadMarked.$Shape; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "messageHidden"; readMarked?: null; messageHidden: skein.wire.v1.MessageHidden.$Shape; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "friendRequested"; readMarked?: null; messageHidden?: null; friendRequested: skein.wire.v1.FriendRequested.$Shape; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "friendRequestAnswered"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered: skein.wire.v1.FriendRequestAnswered.$Shape; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "friendDeleted"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted: skein.wire.v1.FriendDeleted.$Shape; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "remarkSet"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet: skein.wire.v1.RemarkSet.$Shape; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "userBlocked"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked: skein.wire.v1.UserBlocked.$Shape; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "privacyChanged"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged: skein.wire.v1.PrivacyChanged.$Shape; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "roomSignal"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal: skein.wire.v1.RoomSignal.$Shape; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "userUnblocked"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked: skein.wire.v1.UserUnblocked.$Shape; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "onlineNotified"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified: skein.wire.v1.OnlineNotified.$Shape; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "invitationSent"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent: skein.wire.v1.InvitationSent.$Shape; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "invitationAnswered"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered: skein.wire.v1.InvitationAnswered.$Shape; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "joinRequested"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested: skein.wire.v1.JoinRequested.$Shape; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "joinRequestAnswered"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered: skein.wire.v1.JoinRequestAnswered.$Shape; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "joinLinkMade"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade: skein.wire.v1.JoinLinkMade.$Shape; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "joinLinkRevoked"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked: skein.wire.v1.JoinLinkRevoked.$Shape; invitationRevoked?: null; joinRequestWithdrawn?: null }|{ content?: "invitationRevoked"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked: skein.wire.v1.InvitationRevoked.$Shape; joinRequestWithdrawn?: null }|{ content?: "joinRequestWithdrawn"; readMarked?: null; messageHidden?: null; friendRequested?: null; friendRequestAnswered?: null; friendDeleted?: null; remarkSet?: null; userBlocked?: null; privacyChanged?: null; roomSignal?: null; userUnblocked?: null; onlineNotified?: null; invitationSent?: null; invitationAnswered?: null; joinRequested?: null; joinRequestAnswered?: null; joinLinkMade?: null; joinLinkRevoked?: null; invitationRevoked?: null; joinRequestWithdrawn: skein.wire.v1.JoinRequestWithdrawn.$Shape })
                );
            }

            /**
             * Properties of an OnlineNotified.
             * @deprecated Use skein.wire.v1.OnlineNotified.$Properties instead.
             */
            interface IOnlineNotified extends skein.wire.v1.OnlineNotified.$Properties {
            }

            /** Somebody with the right, or an operator, tells everybody who is connected. */
            class OnlineNotified {

                /**
                 * Constructs a new OnlineNotified.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.OnlineNotified.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** The same however often it comes. */
                noticeId: string;

                /** Who; empty for an operator. */
                senderId: string;

                /** OnlineNotified sentAtMs. */
                sentAtMs: number;

                /** OnlineNotified body. */
                body?: (skein.wire.v1.Body.$Properties|null);

                /**
                 * Encodes the specified OnlineNotified message. Does not implicitly {@link skein.wire.v1.OnlineNotified.verify|verify} messages.
                 * @param message OnlineNotified message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.OnlineNotified.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OnlineNotified message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.OnlineNotified & skein.wire.v1.OnlineNotified.$Shape} OnlineNotified
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.OnlineNotified & skein.wire.v1.OnlineNotified.$Shape;
            }

            namespace OnlineNotified {

                /** Properties of an OnlineNotified. */
                interface $Properties {

                    /** The same however often it comes. */
                    noticeId?: (string|null);

                    /** Who; empty for an operator. */
                    senderId?: (string|null);

                    /** OnlineNotified sentAtMs */
                    sentAtMs?: (number|null);

                    /** OnlineNotified body */
                    body?: (skein.wire.v1.Body.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OnlineNotified. */
                type $Shape = skein.wire.v1.OnlineNotified.$Properties;
            }

            /**
             * Properties of a RoomSignal.
             * @deprecated Use skein.wire.v1.RoomSignal.$Properties instead.
             */
            interface IRoomSignal extends skein.wire.v1.RoomSignal.$Properties {
            }

            /** Something of a live room that this connection follows: a signal, or that some were missed, or that it follows the room no more. */
            class RoomSignal {

                /**
                 * Constructs a new RoomSignal.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RoomSignal.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RoomSignal conversationId. */
                conversationId: string;

                /** Who gave the signal; empty where this is none. */
                senderId: string;

                /** When the server received it, milliseconds since the epoch. */
                sentAtMs: number;

                /** Absent where this is no signal. */
                body?: (skein.wire.v1.Body.$Properties|null);

                /** So many signals of the room were not told to this connection since the last that was, as it takes in too slowly. */
                missed: number;

                /** Why it follows the room no more, a code of the error catalogue; empty while it does. */
                ended: string;

                /**
                 * Encodes the specified RoomSignal message. Does not implicitly {@link skein.wire.v1.RoomSignal.verify|verify} messages.
                 * @param message RoomSignal message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RoomSignal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RoomSignal message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RoomSignal & skein.wire.v1.RoomSignal.$Shape} RoomSignal
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RoomSignal & skein.wire.v1.RoomSignal.$Shape;
            }

            namespace RoomSignal {

                /** Properties of a RoomSignal. */
                interface $Properties {

                    /** RoomSignal conversationId */
                    conversationId?: (string|null);

                    /** Who gave the signal; empty where this is none. */
                    senderId?: (string|null);

                    /** When the server received it, milliseconds since the epoch. */
                    sentAtMs?: (number|null);

                    /** Absent where this is no signal. */
                    body?: (skein.wire.v1.Body.$Properties|null);

                    /** So many signals of the room were not told to this connection since the last that was, as it takes in too slowly. */
                    missed?: (number|null);

                    /** Why it follows the room no more, a code of the error catalogue; empty while it does. */
                    ended?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RoomSignal. */
                type $Shape = skein.wire.v1.RoomSignal.$Properties;
            }

            /**
             * Properties of a MessageHidden.
             * @deprecated Use skein.wire.v1.MessageHidden.$Properties instead.
             */
            interface IMessageHidden extends skein.wire.v1.MessageHidden.$Properties {
            }

            /** This user deleted a message for themselves, on whichever of their devices. */
            class MessageHidden {

                /**
                 * Constructs a new MessageHidden.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MessageHidden.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MessageHidden conversationId. */
                conversationId: string;

                /** MessageHidden seq. */
                seq: number;

                /** Its ordinal: it is not unread any more for this user. */
                ordinal: number;

                /** MessageHidden messageId. */
                messageId: string;

                /**
                 * Encodes the specified MessageHidden message. Does not implicitly {@link skein.wire.v1.MessageHidden.verify|verify} messages.
                 * @param message MessageHidden message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MessageHidden.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MessageHidden message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MessageHidden & skein.wire.v1.MessageHidden.$Shape} MessageHidden
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MessageHidden & skein.wire.v1.MessageHidden.$Shape;
            }

            namespace MessageHidden {

                /** Properties of a MessageHidden. */
                interface $Properties {

                    /** MessageHidden conversationId */
                    conversationId?: (string|null);

                    /** MessageHidden seq */
                    seq?: (number|null);

                    /** Its ordinal: it is not unread any more for this user. */
                    ordinal?: (number|null);

                    /** MessageHidden messageId */
                    messageId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MessageHidden. */
                type $Shape = skein.wire.v1.MessageHidden.$Properties;
            }

            /**
             * Properties of a FriendRequested.
             * @deprecated Use skein.wire.v1.FriendRequested.$Properties instead.
             */
            interface IFriendRequested extends skein.wire.v1.FriendRequested.$Properties {
            }

            /** A user asked the other of a direct conversation to be friends. */
            class FriendRequested {

                /**
                 * Constructs a new FriendRequested.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.FriendRequested.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FriendRequested conversationId. */
                conversationId: string;

                /** Who asked. */
                userId: string;

                /** FriendRequested requestText. */
                requestText: string;

                /** Milliseconds since the epoch. */
                askedAtMs: number;

                /** FriendRequested expiresAtMs. */
                expiresAtMs: number;

                /** The other had asked too: they are friends now. */
                befriends: boolean;

                /**
                 * Encodes the specified FriendRequested message. Does not implicitly {@link skein.wire.v1.FriendRequested.verify|verify} messages.
                 * @param message FriendRequested message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.FriendRequested.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FriendRequested message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendRequested & skein.wire.v1.FriendRequested.$Shape} FriendRequested
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.FriendRequested & skein.wire.v1.FriendRequested.$Shape;
            }

            namespace FriendRequested {

                /** Properties of a FriendRequested. */
                interface $Properties {

                    /** FriendRequested conversationId */
                    conversationId?: (string|null);

                    /** Who asked. */
                    userId?: (string|null);

                    /** FriendRequested requestText */
                    requestText?: (string|null);

                    /** Milliseconds since the epoch. */
                    askedAtMs?: (number|null);

                    /** FriendRequested expiresAtMs */
                    expiresAtMs?: (number|null);

                    /** The other had asked too: they are friends now. */
                    befriends?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FriendRequested. */
                type $Shape = skein.wire.v1.FriendRequested.$Properties;
            }

            /**
             * Properties of a FriendRequestAnswered.
             * @deprecated Use skein.wire.v1.FriendRequestAnswered.$Properties instead.
             */
            interface IFriendRequestAnswered extends skein.wire.v1.FriendRequestAnswered.$Properties {
            }

            /** Represents a FriendRequestAnswered. */
            class FriendRequestAnswered {

                /**
                 * Constructs a new FriendRequestAnswered.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.FriendRequestAnswered.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FriendRequestAnswered conversationId. */
                conversationId: string;

                /** Who answered. */
                userId: string;

                /** FriendRequestAnswered accepted. */
                accepted: boolean;

                /** Milliseconds since the epoch. */
                atMs: number;

                /**
                 * Encodes the specified FriendRequestAnswered message. Does not implicitly {@link skein.wire.v1.FriendRequestAnswered.verify|verify} messages.
                 * @param message FriendRequestAnswered message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.FriendRequestAnswered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FriendRequestAnswered message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendRequestAnswered & skein.wire.v1.FriendRequestAnswered.$Shape} FriendRequestAnswered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.FriendRequestAnswered & skein.wire.v1.FriendRequestAnswered.$Shape;
            }

            namespace FriendRequestAnswered {

                /** Properties of a FriendRequestAnswered. */
                interface $Properties {

                    /** FriendRequestAnswered conversationId */
                    conversationId?: (string|null);

                    /** Who answered. */
                    userId?: (string|null);

                    /** FriendRequestAnswered accepted */
                    accepted?: (boolean|null);

                    /** Milliseconds since the epoch. */
                    atMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FriendRequestAnswered. */
                type $Shape = skein.wire.v1.FriendRequestAnswered.$Properties;
            }

            /**
             * Properties of a FriendDeleted.
             * @deprecated Use skein.wire.v1.FriendDeleted.$Properties instead.
             */
            interface IFriendDeleted extends skein.wire.v1.FriendDeleted.$Properties {
            }

            /** Two are friends no more, or a request was taken back. */
            class FriendDeleted {

                /**
                 * Constructs a new FriendDeleted.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.FriendDeleted.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FriendDeleted conversationId. */
                conversationId: string;

                /** Who did it. */
                userId: string;

                /**
                 * Encodes the specified FriendDeleted message. Does not implicitly {@link skein.wire.v1.FriendDeleted.verify|verify} messages.
                 * @param message FriendDeleted message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.FriendDeleted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FriendDeleted message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendDeleted & skein.wire.v1.FriendDeleted.$Shape} FriendDeleted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.FriendDeleted & skein.wire.v1.FriendDeleted.$Shape;
            }

            namespace FriendDeleted {

                /** Properties of a FriendDeleted. */
                interface $Properties {

                    /** FriendDeleted conversationId */
                    conversationId?: (string|null);

                    /** Who did it. */
                    userId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FriendDeleted. */
                type $Shape = skein.wire.v1.FriendDeleted.$Properties;
            }

            /**
             * Properties of a RemarkSet.
             * @deprecated Use skein.wire.v1.RemarkSet.$Properties instead.
             */
            interface IRemarkSet extends skein.wire.v1.RemarkSet.$Properties {
            }

            /** This user calls another otherwise; nobody else is told. */
            class RemarkSet {

                /**
                 * Constructs a new RemarkSet.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RemarkSet.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RemarkSet conversationId. */
                conversationId: string;

                /** RemarkSet remark. */
                remark: string;

                /** RemarkSet tags. */
                tags: string[];

                /**
                 * Encodes the specified RemarkSet message. Does not implicitly {@link skein.wire.v1.RemarkSet.verify|verify} messages.
                 * @param message RemarkSet message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RemarkSet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RemarkSet message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RemarkSet & skein.wire.v1.RemarkSet.$Shape} RemarkSet
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RemarkSet & skein.wire.v1.RemarkSet.$Shape;
            }

            namespace RemarkSet {

                /** Properties of a RemarkSet. */
                interface $Properties {

                    /** RemarkSet conversationId */
                    conversationId?: (string|null);

                    /** RemarkSet remark */
                    remark?: (string|null);

                    /** RemarkSet tags */
                    tags?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RemarkSet. */
                type $Shape = skein.wire.v1.RemarkSet.$Properties;
            }

            /**
             * Properties of a UserBlocked.
             * @deprecated Use skein.wire.v1.UserBlocked.$Properties instead.
             */
            interface IUserBlocked extends skein.wire.v1.UserBlocked.$Properties {
            }

            /** This user blocked another; nobody else is told. */
            class UserBlocked {

                /**
                 * Constructs a new UserBlocked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.UserBlocked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UserBlocked conversationId. */
                conversationId: string;

                /** Milliseconds since the epoch. */
                atMs: number;

                /**
                 * Encodes the specified UserBlocked message. Does not implicitly {@link skein.wire.v1.UserBlocked.verify|verify} messages.
                 * @param message UserBlocked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.UserBlocked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a UserBlocked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UserBlocked & skein.wire.v1.UserBlocked.$Shape} UserBlocked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.UserBlocked & skein.wire.v1.UserBlocked.$Shape;
            }

            namespace UserBlocked {

                /** Properties of a UserBlocked. */
                interface $Properties {

                    /** UserBlocked conversationId */
                    conversationId?: (string|null);

                    /** Milliseconds since the epoch. */
                    atMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a UserBlocked. */
                type $Shape = skein.wire.v1.UserBlocked.$Properties;
            }

            /**
             * Properties of a UserUnblocked.
             * @deprecated Use skein.wire.v1.UserUnblocked.$Properties instead.
             */
            interface IUserUnblocked extends skein.wire.v1.UserUnblocked.$Properties {
            }

            /** This user blocks another no more; nobody else is told. */
            class UserUnblocked {

                /**
                 * Constructs a new UserUnblocked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.UserUnblocked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UserUnblocked conversationId. */
                conversationId: string;

                /**
                 * Encodes the specified UserUnblocked message. Does not implicitly {@link skein.wire.v1.UserUnblocked.verify|verify} messages.
                 * @param message UserUnblocked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.UserUnblocked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a UserUnblocked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UserUnblocked & skein.wire.v1.UserUnblocked.$Shape} UserUnblocked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.UserUnblocked & skein.wire.v1.UserUnblocked.$Shape;
            }

            namespace UserUnblocked {

                /** Properties of a UserUnblocked. */
                interface $Properties {

                    /** UserUnblocked conversationId */
                    conversationId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a UserUnblocked. */
                type $Shape = skein.wire.v1.UserUnblocked.$Properties;
            }

            /**
             * Properties of a PrivacyChanged.
             * @deprecated Use skein.wire.v1.PrivacyChanged.$Properties instead.
             */
            interface IPrivacyChanged extends skein.wire.v1.PrivacyChanged.$Properties {
            }

            /** Others may reach this user otherwise than before; nobody else is told. */
            class PrivacyChanged {

                /**
                 * Constructs a new PrivacyChanged.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.PrivacyChanged.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PrivacyChanged write. */
                write: string;

                /** PrivacyChanged add. */
                add: string;

                /**
                 * Encodes the specified PrivacyChanged message. Does not implicitly {@link skein.wire.v1.PrivacyChanged.verify|verify} messages.
                 * @param message PrivacyChanged message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.PrivacyChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PrivacyChanged message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.PrivacyChanged & skein.wire.v1.PrivacyChanged.$Shape} PrivacyChanged
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.PrivacyChanged & skein.wire.v1.PrivacyChanged.$Shape;
            }

            namespace PrivacyChanged {

                /** Properties of a PrivacyChanged. */
                interface $Properties {

                    /** PrivacyChanged write */
                    write?: (string|null);

                    /** PrivacyChanged add */
                    add?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PrivacyChanged. */
                type $Shape = skein.wire.v1.PrivacyChanged.$Properties;
            }

            /**
             * Properties of an InvitationSent.
             * @deprecated Use skein.wire.v1.InvitationSent.$Properties instead.
             */
            interface IInvitationSent extends skein.wire.v1.InvitationSent.$Properties {
            }

            /** This user was invited to a group: what their lists and sync say of it. */
            class InvitationSent {

                /**
                 * Constructs a new InvitationSent.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.InvitationSent.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InvitationSent conversationId. */
                conversationId: string;

                /** InvitationSent groupName. */
                groupName: string;

                /** InvitationSent invitedBy. */
                invitedBy: string;

                /** InvitationSent greeting. */
                greeting: string;

                /** Milliseconds since the epoch; 0 for never. */
                expiresAtMs: number;

                /** Milliseconds since the epoch. */
                invitedAtMs: number;

                /**
                 * Encodes the specified InvitationSent message. Does not implicitly {@link skein.wire.v1.InvitationSent.verify|verify} messages.
                 * @param message InvitationSent message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.InvitationSent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InvitationSent message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.InvitationSent & skein.wire.v1.InvitationSent.$Shape} InvitationSent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.InvitationSent & skein.wire.v1.InvitationSent.$Shape;
            }

            namespace InvitationSent {

                /** Properties of an InvitationSent. */
                interface $Properties {

                    /** InvitationSent conversationId */
                    conversationId?: (string|null);

                    /** InvitationSent groupName */
                    groupName?: (string|null);

                    /** InvitationSent invitedBy */
                    invitedBy?: (string|null);

                    /** InvitationSent greeting */
                    greeting?: (string|null);

                    /** Milliseconds since the epoch; 0 for never. */
                    expiresAtMs?: (number|null);

                    /** Milliseconds since the epoch. */
                    invitedAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InvitationSent. */
                type $Shape = skein.wire.v1.InvitationSent.$Properties;
            }

            /**
             * Properties of an InvitationAnswered.
             * @deprecated Use skein.wire.v1.InvitationAnswered.$Properties instead.
             */
            interface IInvitationAnswered extends skein.wire.v1.InvitationAnswered.$Properties {
            }

            /** An invitation was answered: told to who had invited, while they are in, and to the other devices of the invited. */
            class InvitationAnswered {

                /**
                 * Constructs a new InvitationAnswered.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.InvitationAnswered.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InvitationAnswered conversationId. */
                conversationId: string;

                /** InvitationAnswered userId. */
                userId: string;

                /** InvitationAnswered accepted. */
                accepted: boolean;

                /**
                 * Encodes the specified InvitationAnswered message. Does not implicitly {@link skein.wire.v1.InvitationAnswered.verify|verify} messages.
                 * @param message InvitationAnswered message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.InvitationAnswered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InvitationAnswered message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.InvitationAnswered & skein.wire.v1.InvitationAnswered.$Shape} InvitationAnswered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.InvitationAnswered & skein.wire.v1.InvitationAnswered.$Shape;
            }

            namespace InvitationAnswered {

                /** Properties of an InvitationAnswered. */
                interface $Properties {

                    /** InvitationAnswered conversationId */
                    conversationId?: (string|null);

                    /** InvitationAnswered userId */
                    userId?: (string|null);

                    /** InvitationAnswered accepted */
                    accepted?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InvitationAnswered. */
                type $Shape = skein.wire.v1.InvitationAnswered.$Properties;
            }

            /**
             * Properties of an InvitationRevoked.
             * @deprecated Use skein.wire.v1.InvitationRevoked.$Properties instead.
             */
            interface IInvitationRevoked extends skein.wire.v1.InvitationRevoked.$Properties {
            }

            /** An invitation was taken back: told to the invited, to who had invited them, while they are in, and to the devices of who did it. */
            class InvitationRevoked {

                /**
                 * Constructs a new InvitationRevoked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.InvitationRevoked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InvitationRevoked conversationId. */
                conversationId: string;

                /** InvitationRevoked userId. */
                userId: string;

                /**
                 * Encodes the specified InvitationRevoked message. Does not implicitly {@link skein.wire.v1.InvitationRevoked.verify|verify} messages.
                 * @param message InvitationRevoked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.InvitationRevoked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InvitationRevoked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.InvitationRevoked & skein.wire.v1.InvitationRevoked.$Shape} InvitationRevoked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.InvitationRevoked & skein.wire.v1.InvitationRevoked.$Shape;
            }

            namespace InvitationRevoked {

                /** Properties of an InvitationRevoked. */
                interface $Properties {

                    /** InvitationRevoked conversationId */
                    conversationId?: (string|null);

                    /** InvitationRevoked userId */
                    userId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InvitationRevoked. */
                type $Shape = skein.wire.v1.InvitationRevoked.$Properties;
            }

            /**
             * Properties of a JoinRequestWithdrawn.
             * @deprecated Use skein.wire.v1.JoinRequestWithdrawn.$Properties instead.
             */
            interface IJoinRequestWithdrawn extends skein.wire.v1.JoinRequestWithdrawn.$Properties {
            }

            /** A request to join was taken back: told to owner and admins of the group, and to the devices of who had asked. */
            class JoinRequestWithdrawn {

                /**
                 * Constructs a new JoinRequestWithdrawn.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinRequestWithdrawn.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinRequestWithdrawn conversationId. */
                conversationId: string;

                /** JoinRequestWithdrawn userId. */
                userId: string;

                /**
                 * Encodes the specified JoinRequestWithdrawn message. Does not implicitly {@link skein.wire.v1.JoinRequestWithdrawn.verify|verify} messages.
                 * @param message JoinRequestWithdrawn message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinRequestWithdrawn.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinRequestWithdrawn message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinRequestWithdrawn & skein.wire.v1.JoinRequestWithdrawn.$Shape} JoinRequestWithdrawn
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinRequestWithdrawn & skein.wire.v1.JoinRequestWithdrawn.$Shape;
            }

            namespace JoinRequestWithdrawn {

                /** Properties of a JoinRequestWithdrawn. */
                interface $Properties {

                    /** JoinRequestWithdrawn conversationId */
                    conversationId?: (string|null);

                    /** JoinRequestWithdrawn userId */
                    userId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinRequestWithdrawn. */
                type $Shape = skein.wire.v1.JoinRequestWithdrawn.$Properties;
            }

            /**
             * Properties of a JoinRequested.
             * @deprecated Use skein.wire.v1.JoinRequested.$Properties instead.
             */
            interface IJoinRequested extends skein.wire.v1.JoinRequested.$Properties {
            }

            /** A user asked to join a group: told to its owner and admins, and to the devices of who asked. */
            class JoinRequested {

                /**
                 * Constructs a new JoinRequested.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinRequested.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinRequested conversationId. */
                conversationId: string;

                /** JoinRequested userId. */
                userId: string;

                /** JoinRequested requestText. */
                requestText: string;

                /** JoinRequested answers. */
                answers: string[];

                /** Milliseconds since the epoch. */
                askedAtMs: number;

                /** JoinRequested expiresAtMs. */
                expiresAtMs: number;

                /**
                 * Encodes the specified JoinRequested message. Does not implicitly {@link skein.wire.v1.JoinRequested.verify|verify} messages.
                 * @param message JoinRequested message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinRequested.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinRequested message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinRequested & skein.wire.v1.JoinRequested.$Shape} JoinRequested
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinRequested & skein.wire.v1.JoinRequested.$Shape;
            }

            namespace JoinRequested {

                /** Properties of a JoinRequested. */
                interface $Properties {

                    /** JoinRequested conversationId */
                    conversationId?: (string|null);

                    /** JoinRequested userId */
                    userId?: (string|null);

                    /** JoinRequested requestText */
                    requestText?: (string|null);

                    /** JoinRequested answers */
                    answers?: (string[]|null);

                    /** Milliseconds since the epoch. */
                    askedAtMs?: (number|null);

                    /** JoinRequested expiresAtMs */
                    expiresAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinRequested. */
                type $Shape = skein.wire.v1.JoinRequested.$Properties;
            }

            /**
             * Properties of a JoinRequestAnswered.
             * @deprecated Use skein.wire.v1.JoinRequestAnswered.$Properties instead.
             */
            interface IJoinRequestAnswered extends skein.wire.v1.JoinRequestAnswered.$Properties {
            }

            /** A request to join was answered: told to who had asked, and to owner and admins of the group. */
            class JoinRequestAnswered {

                /**
                 * Constructs a new JoinRequestAnswered.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinRequestAnswered.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinRequestAnswered conversationId. */
                conversationId: string;

                /** JoinRequestAnswered userId. */
                userId: string;

                /** JoinRequestAnswered accepted. */
                accepted: boolean;

                /** Milliseconds since the epoch. */
                atMs: number;

                /**
                 * Encodes the specified JoinRequestAnswered message. Does not implicitly {@link skein.wire.v1.JoinRequestAnswered.verify|verify} messages.
                 * @param message JoinRequestAnswered message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinRequestAnswered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinRequestAnswered message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinRequestAnswered & skein.wire.v1.JoinRequestAnswered.$Shape} JoinRequestAnswered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinRequestAnswered & skein.wire.v1.JoinRequestAnswered.$Shape;
            }

            namespace JoinRequestAnswered {

                /** Properties of a JoinRequestAnswered. */
                interface $Properties {

                    /** JoinRequestAnswered conversationId */
                    conversationId?: (string|null);

                    /** JoinRequestAnswered userId */
                    userId?: (string|null);

                    /** JoinRequestAnswered accepted */
                    accepted?: (boolean|null);

                    /** Milliseconds since the epoch. */
                    atMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinRequestAnswered. */
                type $Shape = skein.wire.v1.JoinRequestAnswered.$Properties;
            }

            /**
             * Properties of a JoinLinkMade.
             * @deprecated Use skein.wire.v1.JoinLinkMade.$Properties instead.
             */
            interface IJoinLinkMade extends skein.wire.v1.JoinLinkMade.$Properties {
            }

            /** This user made a link to a group, on whichever of their devices. */
            class JoinLinkMade {

                /**
                 * Constructs a new JoinLinkMade.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinLinkMade.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinLinkMade conversationId. */
                conversationId: string;

                /** JoinLinkMade linkId. */
                linkId: string;

                /**
                 * Encodes the specified JoinLinkMade message. Does not implicitly {@link skein.wire.v1.JoinLinkMade.verify|verify} messages.
                 * @param message JoinLinkMade message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinLinkMade.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinLinkMade message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinLinkMade & skein.wire.v1.JoinLinkMade.$Shape} JoinLinkMade
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinLinkMade & skein.wire.v1.JoinLinkMade.$Shape;
            }

            namespace JoinLinkMade {

                /** Properties of a JoinLinkMade. */
                interface $Properties {

                    /** JoinLinkMade conversationId */
                    conversationId?: (string|null);

                    /** JoinLinkMade linkId */
                    linkId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinLinkMade. */
                type $Shape = skein.wire.v1.JoinLinkMade.$Properties;
            }

            /**
             * Properties of a JoinLinkRevoked.
             * @deprecated Use skein.wire.v1.JoinLinkRevoked.$Properties instead.
             */
            interface IJoinLinkRevoked extends skein.wire.v1.JoinLinkRevoked.$Properties {
            }

            /** A link to a group was revoked: told to the devices of who did it. */
            class JoinLinkRevoked {

                /**
                 * Constructs a new JoinLinkRevoked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.JoinLinkRevoked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JoinLinkRevoked conversationId. */
                conversationId: string;

                /** JoinLinkRevoked linkId. */
                linkId: string;

                /**
                 * Encodes the specified JoinLinkRevoked message. Does not implicitly {@link skein.wire.v1.JoinLinkRevoked.verify|verify} messages.
                 * @param message JoinLinkRevoked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.JoinLinkRevoked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JoinLinkRevoked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.JoinLinkRevoked & skein.wire.v1.JoinLinkRevoked.$Shape} JoinLinkRevoked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.JoinLinkRevoked & skein.wire.v1.JoinLinkRevoked.$Shape;
            }

            namespace JoinLinkRevoked {

                /** Properties of a JoinLinkRevoked. */
                interface $Properties {

                    /** JoinLinkRevoked conversationId */
                    conversationId?: (string|null);

                    /** JoinLinkRevoked linkId */
                    linkId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JoinLinkRevoked. */
                type $Shape = skein.wire.v1.JoinLinkRevoked.$Properties;
            }

            /**
             * Properties of a ReadMarked.
             * @deprecated Use skein.wire.v1.ReadMarked.$Properties instead.
             */
            interface IReadMarked extends skein.wire.v1.ReadMarked.$Properties {
            }

            /** The read marker of one user in one conversation: told to their other devices, and in a direct conversation to the other user. */
            class ReadMarked {

                /**
                 * Constructs a new ReadMarked.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.ReadMarked.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReadMarked conversationId. */
                conversationId: string;

                /** ReadMarked userId. */
                userId: string;

                /** ReadMarked ordinal. */
                ordinal: number;

                /**
                 * Encodes the specified ReadMarked message. Does not implicitly {@link skein.wire.v1.ReadMarked.verify|verify} messages.
                 * @param message ReadMarked message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.ReadMarked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReadMarked message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.ReadMarked & skein.wire.v1.ReadMarked.$Shape} ReadMarked
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.ReadMarked & skein.wire.v1.ReadMarked.$Shape;
            }

            namespace ReadMarked {

                /** Properties of a ReadMarked. */
                interface $Properties {

                    /** ReadMarked conversationId */
                    conversationId?: (string|null);

                    /** ReadMarked userId */
                    userId?: (string|null);

                    /** ReadMarked ordinal */
                    ordinal?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReadMarked. */
                type $Shape = skein.wire.v1.ReadMarked.$Properties;
            }

            /**
             * Properties of a HistoryRequest.
             * @deprecated Use skein.wire.v1.HistoryRequest.$Properties instead.
             */
            interface IHistoryRequest extends skein.wire.v1.HistoryRequest.$Properties {
            }

            /**
             * message/history, client to server: items with after_seq < seq < before_seq, ascending. With after_seq 0 the newest
             * such items are answered, else the oldest; before_seq 0 sets no upper bound.
             */
            class HistoryRequest {

                /**
                 * Constructs a new HistoryRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.HistoryRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HistoryRequest conversationId. */
                conversationId: string;

                /** HistoryRequest beforeSeq. */
                beforeSeq: number;

                /** HistoryRequest afterSeq. */
                afterSeq: number;

                /** 0 for the server's default. */
                limit: number;

                /**
                 * Encodes the specified HistoryRequest message. Does not implicitly {@link skein.wire.v1.HistoryRequest.verify|verify} messages.
                 * @param message HistoryRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.HistoryRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HistoryRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.HistoryRequest & skein.wire.v1.HistoryRequest.$Shape} HistoryRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.HistoryRequest & skein.wire.v1.HistoryRequest.$Shape;
            }

            namespace HistoryRequest {

                /** Properties of a HistoryRequest. */
                interface $Properties {

                    /** HistoryRequest conversationId */
                    conversationId?: (string|null);

                    /** HistoryRequest beforeSeq */
                    beforeSeq?: (number|null);

                    /** HistoryRequest afterSeq */
                    afterSeq?: (number|null);

                    /** 0 for the server's default. */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HistoryRequest. */
                type $Shape = skein.wire.v1.HistoryRequest.$Properties;
            }

            /**
             * Properties of a HistoryReply.
             * @deprecated Use skein.wire.v1.HistoryReply.$Properties instead.
             */
            interface IHistoryReply extends skein.wire.v1.HistoryReply.$Properties {
            }

            /** Represents a HistoryReply. */
            class HistoryReply {

                /**
                 * Constructs a new HistoryReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.HistoryReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HistoryReply items. */
                items: Uint8Array[];

                /** There are more items in the direction of the page. */
                more: boolean;

                /**
                 * How far the views had come with what this user may see: a seq up to here that lies in the range and is in no page, they may not see.
                 * What lies beyond, the views do not know yet.
                 */
                viewSeq: number;

                /**
                 * Encodes the specified HistoryReply message. Does not implicitly {@link skein.wire.v1.HistoryReply.verify|verify} messages.
                 * @param message HistoryReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.HistoryReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HistoryReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.HistoryReply & skein.wire.v1.HistoryReply.$Shape} HistoryReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.HistoryReply & skein.wire.v1.HistoryReply.$Shape;
            }

            namespace HistoryReply {

                /** Properties of a HistoryReply. */
                interface $Properties {

                    /** HistoryReply items */
                    items?: (Uint8Array[]|null);

                    /** There are more items in the direction of the page. */
                    more?: (boolean|null);

                    /**
                     * How far the views had come with what this user may see: a seq up to here that lies in the range and is in no page, they may not see.
                     * What lies beyond, the views do not know yet.
                     */
                    viewSeq?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HistoryReply. */
                type $Shape = skein.wire.v1.HistoryReply.$Properties;
            }

            /**
             * Properties of an EditsRequest.
             * @deprecated Use skein.wire.v1.EditsRequest.$Properties instead.
             */
            interface IEditsRequest extends skein.wire.v1.EditsRequest.$Properties {
            }

            /** message/edits, client to server: earlier versions of a message, for whoever may see it, from this one on. */
            class EditsRequest {

                /**
                 * Constructs a new EditsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.EditsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EditsRequest conversationId. */
                conversationId: string;

                /** EditsRequest seq. */
                seq: number;

                /** 0 for the message as it was sent; the version of an item is its edits. */
                fromVersion: number;

                /**
                 * Encodes the specified EditsRequest message. Does not implicitly {@link skein.wire.v1.EditsRequest.verify|verify} messages.
                 * @param message EditsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.EditsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EditsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.EditsRequest & skein.wire.v1.EditsRequest.$Shape} EditsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.EditsRequest & skein.wire.v1.EditsRequest.$Shape;
            }

            namespace EditsRequest {

                /** Properties of an EditsRequest. */
                interface $Properties {

                    /** EditsRequest conversationId */
                    conversationId?: (string|null);

                    /** EditsRequest seq */
                    seq?: (number|null);

                    /** 0 for the message as it was sent; the version of an item is its edits. */
                    fromVersion?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EditsRequest. */
                type $Shape = skein.wire.v1.EditsRequest.$Properties;
            }

            /**
             * Properties of an EditsReply.
             * @deprecated Use skein.wire.v1.EditsReply.$Properties instead.
             */
            interface IEditsReply extends skein.wire.v1.EditsReply.$Properties {
            }

            /** message/edits, answer. Of a message that was taken away, or that the reader deleted for themselves, there are none. */
            class EditsReply {

                /**
                 * Constructs a new EditsReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.EditsReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** The message as it stood before each edit, oldest first, each at the message's own seq. As it stands now it is in history. */
                items: Uint8Array[];

                /** There are later ones: ask from the version behind the last. */
                more: boolean;

                /**
                 * Encodes the specified EditsReply message. Does not implicitly {@link skein.wire.v1.EditsReply.verify|verify} messages.
                 * @param message EditsReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.EditsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EditsReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.EditsReply & skein.wire.v1.EditsReply.$Shape} EditsReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.EditsReply & skein.wire.v1.EditsReply.$Shape;
            }

            namespace EditsReply {

                /** Properties of an EditsReply. */
                interface $Properties {

                    /** The message as it stood before each edit, oldest first, each at the message's own seq. As it stands now it is in history. */
                    items?: (Uint8Array[]|null);

                    /** There are later ones: ask from the version behind the last. */
                    more?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EditsReply. */
                type $Shape = skein.wire.v1.EditsReply.$Properties;
            }

            /**
             * Properties of a MarkReadRequest.
             * @deprecated Use skein.wire.v1.MarkReadRequest.$Properties instead.
             */
            interface IMarkReadRequest extends skein.wire.v1.MarkReadRequest.$Properties {
            }

            /** message/mark-read, client to server. */
            class MarkReadRequest {

                /**
                 * Constructs a new MarkReadRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MarkReadRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MarkReadRequest conversationId. */
                conversationId: string;

                /** MarkReadRequest ordinal. */
                ordinal: number;

                /**
                 * Encodes the specified MarkReadRequest message. Does not implicitly {@link skein.wire.v1.MarkReadRequest.verify|verify} messages.
                 * @param message MarkReadRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MarkReadRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MarkReadRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MarkReadRequest & skein.wire.v1.MarkReadRequest.$Shape} MarkReadRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MarkReadRequest & skein.wire.v1.MarkReadRequest.$Shape;
            }

            namespace MarkReadRequest {

                /** Properties of a MarkReadRequest. */
                interface $Properties {

                    /** MarkReadRequest conversationId */
                    conversationId?: (string|null);

                    /** MarkReadRequest ordinal */
                    ordinal?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MarkReadRequest. */
                type $Shape = skein.wire.v1.MarkReadRequest.$Properties;
            }

            /**
             * Properties of a MarkReadReply.
             * @deprecated Use skein.wire.v1.MarkReadReply.$Properties instead.
             */
            interface IMarkReadReply extends skein.wire.v1.MarkReadReply.$Properties {
            }

            /** Represents a MarkReadReply. */
            class MarkReadReply {

                /**
                 * Constructs a new MarkReadReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MarkReadReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Where the read marker stands now. */
                ordinal: number;

                /**
                 * Encodes the specified MarkReadReply message. Does not implicitly {@link skein.wire.v1.MarkReadReply.verify|verify} messages.
                 * @param message MarkReadReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MarkReadReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MarkReadReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MarkReadReply & skein.wire.v1.MarkReadReply.$Shape} MarkReadReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MarkReadReply & skein.wire.v1.MarkReadReply.$Shape;
            }

            namespace MarkReadReply {

                /** Properties of a MarkReadReply. */
                interface $Properties {

                    /** Where the read marker stands now. */
                    ordinal?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MarkReadReply. */
                type $Shape = skein.wire.v1.MarkReadReply.$Properties;
            }

            /**
             * Properties of a UserProfile.
             * @deprecated Use skein.wire.v1.UserProfile.$Properties instead.
             */
            interface IUserProfile extends skein.wire.v1.UserProfile.$Properties {
            }

            /** Represents a UserProfile. */
            class UserProfile {

                /**
                 * Constructs a new UserProfile.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.UserProfile.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UserProfile userId. */
                userId: string;

                /** UserProfile userName. */
                userName: string;

                /** UserProfile displayName. */
                displayName: string;

                /**
                 * Encodes the specified UserProfile message. Does not implicitly {@link skein.wire.v1.UserProfile.verify|verify} messages.
                 * @param message UserProfile message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.UserProfile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a UserProfile message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UserProfile & skein.wire.v1.UserProfile.$Shape} UserProfile
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.UserProfile & skein.wire.v1.UserProfile.$Shape;
            }

            namespace UserProfile {

                /** Properties of a UserProfile. */
                interface $Properties {

                    /** UserProfile userId */
                    userId?: (string|null);

                    /** UserProfile userName */
                    userName?: (string|null);

                    /** UserProfile displayName */
                    displayName?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a UserProfile. */
                type $Shape = skein.wire.v1.UserProfile.$Properties;
            }

            /**
             * Properties of a FindUserRequest.
             * @deprecated Use skein.wire.v1.FindUserRequest.$Properties instead.
             */
            interface IFindUserRequest extends skein.wire.v1.FindUserRequest.$Properties {
            }

            /** user/find-user, client to server: by id or, where none is given, by name. */
            class FindUserRequest {

                /**
                 * Constructs a new FindUserRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.FindUserRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FindUserRequest userId. */
                userId: string;

                /** FindUserRequest userName. */
                userName: string;

                /**
                 * Encodes the specified FindUserRequest message. Does not implicitly {@link skein.wire.v1.FindUserRequest.verify|verify} messages.
                 * @param message FindUserRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.FindUserRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FindUserRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FindUserRequest & skein.wire.v1.FindUserRequest.$Shape} FindUserRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.FindUserRequest & skein.wire.v1.FindUserRequest.$Shape;
            }

            namespace FindUserRequest {

                /** Properties of a FindUserRequest. */
                interface $Properties {

                    /** FindUserRequest userId */
                    userId?: (string|null);

                    /** FindUserRequest userName */
                    userName?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FindUserRequest. */
                type $Shape = skein.wire.v1.FindUserRequest.$Properties;
            }

            /**
             * Properties of a FindUserReply.
             * @deprecated Use skein.wire.v1.FindUserReply.$Properties instead.
             */
            interface IFindUserReply extends skein.wire.v1.FindUserReply.$Properties {
            }

            /** Represents a FindUserReply. */
            class FindUserReply {

                /**
                 * Constructs a new FindUserReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.FindUserReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FindUserReply profile. */
                profile?: (skein.wire.v1.UserProfile.$Properties|null);

                /**
                 * Encodes the specified FindUserReply message. Does not implicitly {@link skein.wire.v1.FindUserReply.verify|verify} messages.
                 * @param message FindUserReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.FindUserReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FindUserReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FindUserReply & skein.wire.v1.FindUserReply.$Shape} FindUserReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.FindUserReply & skein.wire.v1.FindUserReply.$Shape;
            }

            namespace FindUserReply {

                /** Properties of a FindUserReply. */
                interface $Properties {

                    /** FindUserReply profile */
                    profile?: (skein.wire.v1.UserProfile.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FindUserReply. */
                type $Shape = skein.wire.v1.FindUserReply.$Properties;
            }

            /**
             * Properties of a Relation.
             * @deprecated Use skein.wire.v1.Relation.$Properties instead.
             */
            interface IRelation extends skein.wire.v1.Relation.$Properties {
            }

            /** How this user stands to another, as this user alone is shown it: what the other calls this user, and whether they blocked them, is in none. */
            class Relation {

                /**
                 * Constructs a new Relation.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Relation.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** The other. */
                userId: string;

                /** Since when they are friends, milliseconds since the epoch; 0 for not at all. */
                friendsSinceMs: number;

                /** What this user calls the other; empty for none. */
                remark: string;

                /** Relation tags. */
                tags: string[];

                /** Since when this user has blocked the other, milliseconds since the epoch; 0 for not at all. */
                blockedSinceMs: number;

                /** Their friend requests that are not answered; of one that has expired nothing comes any more. */
                sent?: (skein.wire.v1.FriendRequest.$Properties|null);

                /** Relation received. */
                received?: (skein.wire.v1.FriendRequest.$Properties|null);

                /**
                 * Encodes the specified Relation message. Does not implicitly {@link skein.wire.v1.Relation.verify|verify} messages.
                 * @param message Relation message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Relation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Relation message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Relation & skein.wire.v1.Relation.$Shape} Relation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Relation & skein.wire.v1.Relation.$Shape;
            }

            namespace Relation {

                /** Properties of a Relation. */
                interface $Properties {

                    /** The other. */
                    userId?: (string|null);

                    /** Since when they are friends, milliseconds since the epoch; 0 for not at all. */
                    friendsSinceMs?: (number|null);

                    /** What this user calls the other; empty for none. */
                    remark?: (string|null);

                    /** Relation tags */
                    tags?: (string[]|null);

                    /** Since when this user has blocked the other, milliseconds since the epoch; 0 for not at all. */
                    blockedSinceMs?: (number|null);

                    /** Their friend requests that are not answered; of one that has expired nothing comes any more. */
                    sent?: (skein.wire.v1.FriendRequest.$Properties|null);

                    /** Relation received */
                    received?: (skein.wire.v1.FriendRequest.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Relation. */
                type $Shape = skein.wire.v1.Relation.$Properties;
            }

            /**
             * Properties of a FriendRequest.
             * @deprecated Use skein.wire.v1.FriendRequest.$Properties instead.
             */
            interface IFriendRequest extends skein.wire.v1.FriendRequest.$Properties {
            }

            /** Represents a FriendRequest. */
            class FriendRequest {

                /**
                 * Constructs a new FriendRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.FriendRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FriendRequest text. */
                text: string;

                /** Milliseconds since the epoch. */
                askedAtMs: number;

                /** FriendRequest expiresAtMs. */
                expiresAtMs: number;

                /**
                 * Encodes the specified FriendRequest message. Does not implicitly {@link skein.wire.v1.FriendRequest.verify|verify} messages.
                 * @param message FriendRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.FriendRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FriendRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendRequest & skein.wire.v1.FriendRequest.$Shape} FriendRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.FriendRequest & skein.wire.v1.FriendRequest.$Shape;
            }

            namespace FriendRequest {

                /** Properties of a FriendRequest. */
                interface $Properties {

                    /** FriendRequest text */
                    text?: (string|null);

                    /** Milliseconds since the epoch. */
                    askedAtMs?: (number|null);

                    /** FriendRequest expiresAtMs */
                    expiresAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FriendRequest. */
                type $Shape = skein.wire.v1.FriendRequest.$Properties;
            }

            /**
             * Properties of a FriendRequestRequest.
             * @deprecated Use skein.wire.v1.FriendRequestRequest.$Properties instead.
             */
            interface IFriendRequestRequest extends skein.wire.v1.FriendRequestRequest.$Properties {
            }

            /** user/request-friend, client to server. */
            class FriendRequestRequest {

                /**
                 * Constructs a new FriendRequestRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.FriendRequestRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** The direct conversation of the two, d:<a>:<b>. */
                conversationId: string;

                /** May be empty. */
                text: string;

                /** Until when it stands, milliseconds since the epoch; 0 for as long as the server says. */
                expiresAtMs: number;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified FriendRequestRequest message. Does not implicitly {@link skein.wire.v1.FriendRequestRequest.verify|verify} messages.
                 * @param message FriendRequestRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.FriendRequestRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FriendRequestRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendRequestRequest & skein.wire.v1.FriendRequestRequest.$Shape} FriendRequestRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.FriendRequestRequest & skein.wire.v1.FriendRequestRequest.$Shape;
            }

            namespace FriendRequestRequest {

                /** Properties of a FriendRequestRequest. */
                interface $Properties {

                    /** The direct conversation of the two, d:<a>:<b>. */
                    conversationId?: (string|null);

                    /** May be empty. */
                    text?: (string|null);

                    /** Until when it stands, milliseconds since the epoch; 0 for as long as the server says. */
                    expiresAtMs?: (number|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FriendRequestRequest. */
                type $Shape = skein.wire.v1.FriendRequestRequest.$Properties;
            }

            /**
             * Properties of a FriendAnswerRequest.
             * @deprecated Use skein.wire.v1.FriendAnswerRequest.$Properties instead.
             */
            interface IFriendAnswerRequest extends skein.wire.v1.FriendAnswerRequest.$Properties {
            }

            /** user/answer-friend-request, client to server. */
            class FriendAnswerRequest {

                /**
                 * Constructs a new FriendAnswerRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.FriendAnswerRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** The direct conversation of the two, d:<a>:<b>. */
                conversationId: string;

                /** FriendAnswerRequest accept. */
                accept: boolean;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified FriendAnswerRequest message. Does not implicitly {@link skein.wire.v1.FriendAnswerRequest.verify|verify} messages.
                 * @param message FriendAnswerRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.FriendAnswerRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FriendAnswerRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.FriendAnswerRequest & skein.wire.v1.FriendAnswerRequest.$Shape} FriendAnswerRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.FriendAnswerRequest & skein.wire.v1.FriendAnswerRequest.$Shape;
            }

            namespace FriendAnswerRequest {

                /** Properties of a FriendAnswerRequest. */
                interface $Properties {

                    /** The direct conversation of the two, d:<a>:<b>. */
                    conversationId?: (string|null);

                    /** FriendAnswerRequest accept */
                    accept?: (boolean|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FriendAnswerRequest. */
                type $Shape = skein.wire.v1.FriendAnswerRequest.$Properties;
            }

            /**
             * Properties of a DeleteFriendRequest.
             * @deprecated Use skein.wire.v1.DeleteFriendRequest.$Properties instead.
             */
            interface IDeleteFriendRequest extends skein.wire.v1.DeleteFriendRequest.$Properties {
            }

            /** user/delete-friend, client to server. */
            class DeleteFriendRequest {

                /**
                 * Constructs a new DeleteFriendRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.DeleteFriendRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** The direct conversation of the two, d:<a>:<b>. */
                conversationId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified DeleteFriendRequest message. Does not implicitly {@link skein.wire.v1.DeleteFriendRequest.verify|verify} messages.
                 * @param message DeleteFriendRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.DeleteFriendRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DeleteFriendRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.DeleteFriendRequest & skein.wire.v1.DeleteFriendRequest.$Shape} DeleteFriendRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.DeleteFriendRequest & skein.wire.v1.DeleteFriendRequest.$Shape;
            }

            namespace DeleteFriendRequest {

                /** Properties of a DeleteFriendRequest. */
                interface $Properties {

                    /** The direct conversation of the two, d:<a>:<b>. */
                    conversationId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DeleteFriendRequest. */
                type $Shape = skein.wire.v1.DeleteFriendRequest.$Properties;
            }

            /**
             * Properties of a RemarkRequest.
             * @deprecated Use skein.wire.v1.RemarkRequest.$Properties instead.
             */
            interface IRemarkRequest extends skein.wire.v1.RemarkRequest.$Properties {
            }

            /** user/set-remark, client to server: both as they are to be from now on. */
            class RemarkRequest {

                /**
                 * Constructs a new RemarkRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RemarkRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** The direct conversation of the two, d:<a>:<b>. */
                conversationId: string;

                /** On one line, and something to be seen; empty for none. */
                remark: string;

                /** Each once, on one line, and something to be seen. */
                tags: string[];

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified RemarkRequest message. Does not implicitly {@link skein.wire.v1.RemarkRequest.verify|verify} messages.
                 * @param message RemarkRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RemarkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RemarkRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RemarkRequest & skein.wire.v1.RemarkRequest.$Shape} RemarkRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RemarkRequest & skein.wire.v1.RemarkRequest.$Shape;
            }

            namespace RemarkRequest {

                /** Properties of a RemarkRequest. */
                interface $Properties {

                    /** The direct conversation of the two, d:<a>:<b>. */
                    conversationId?: (string|null);

                    /** On one line, and something to be seen; empty for none. */
                    remark?: (string|null);

                    /** Each once, on one line, and something to be seen. */
                    tags?: (string[]|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RemarkRequest. */
                type $Shape = skein.wire.v1.RemarkRequest.$Properties;
            }

            /**
             * Properties of a BlockRequest.
             * @deprecated Use skein.wire.v1.BlockRequest.$Properties instead.
             */
            interface IBlockRequest extends skein.wire.v1.BlockRequest.$Properties {
            }

            /** user/block-user, client to server. */
            class BlockRequest {

                /**
                 * Constructs a new BlockRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.BlockRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** The direct conversation of the two, d:<a>:<b>. */
                conversationId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified BlockRequest message. Does not implicitly {@link skein.wire.v1.BlockRequest.verify|verify} messages.
                 * @param message BlockRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.BlockRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BlockRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.BlockRequest & skein.wire.v1.BlockRequest.$Shape} BlockRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.BlockRequest & skein.wire.v1.BlockRequest.$Shape;
            }

            namespace BlockRequest {

                /** Properties of a BlockRequest. */
                interface $Properties {

                    /** The direct conversation of the two, d:<a>:<b>. */
                    conversationId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BlockRequest. */
                type $Shape = skein.wire.v1.BlockRequest.$Properties;
            }

            /**
             * Properties of an UnblockRequest.
             * @deprecated Use skein.wire.v1.UnblockRequest.$Properties instead.
             */
            interface IUnblockRequest extends skein.wire.v1.UnblockRequest.$Properties {
            }

            /** user/unblock-user, client to server. */
            class UnblockRequest {

                /**
                 * Constructs a new UnblockRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.UnblockRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** The direct conversation of the two, d:<a>:<b>. */
                conversationId: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified UnblockRequest message. Does not implicitly {@link skein.wire.v1.UnblockRequest.verify|verify} messages.
                 * @param message UnblockRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.UnblockRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an UnblockRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.UnblockRequest & skein.wire.v1.UnblockRequest.$Shape} UnblockRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.UnblockRequest & skein.wire.v1.UnblockRequest.$Shape;
            }

            namespace UnblockRequest {

                /** Properties of an UnblockRequest. */
                interface $Properties {

                    /** The direct conversation of the two, d:<a>:<b>. */
                    conversationId?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an UnblockRequest. */
                type $Shape = skein.wire.v1.UnblockRequest.$Properties;
            }

            /**
             * Properties of a RelationsRequest.
             * @deprecated Use skein.wire.v1.RelationsRequest.$Properties instead.
             */
            interface IRelationsRequest extends skein.wire.v1.RelationsRequest.$Properties {
            }

            /** user/friends, user/friend-requests and user/blocked, client to server: in the order of the others' ids. */
            class RelationsRequest {

                /**
                 * Constructs a new RelationsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RelationsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Continue behind this user; empty for the first page. */
                afterUserId: string;

                /** 0 for the server's default. */
                limit: number;

                /**
                 * Encodes the specified RelationsRequest message. Does not implicitly {@link skein.wire.v1.RelationsRequest.verify|verify} messages.
                 * @param message RelationsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RelationsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RelationsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RelationsRequest & skein.wire.v1.RelationsRequest.$Shape} RelationsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RelationsRequest & skein.wire.v1.RelationsRequest.$Shape;
            }

            namespace RelationsRequest {

                /** Properties of a RelationsRequest. */
                interface $Properties {

                    /** Continue behind this user; empty for the first page. */
                    afterUserId?: (string|null);

                    /** 0 for the server's default. */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RelationsRequest. */
                type $Shape = skein.wire.v1.RelationsRequest.$Properties;
            }

            /**
             * Properties of a RelationsReply.
             * @deprecated Use skein.wire.v1.RelationsReply.$Properties instead.
             */
            interface IRelationsReply extends skein.wire.v1.RelationsReply.$Properties {
            }

            /** Represents a RelationsReply. */
            class RelationsReply {

                /**
                 * Constructs a new RelationsReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RelationsReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RelationsReply relations. */
                relations: skein.wire.v1.Relation.$Properties[];

                /** RelationsReply more. */
                more: boolean;

                /**
                 * Encodes the specified RelationsReply message. Does not implicitly {@link skein.wire.v1.RelationsReply.verify|verify} messages.
                 * @param message RelationsReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RelationsReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RelationsReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RelationsReply & skein.wire.v1.RelationsReply.$Shape} RelationsReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RelationsReply & skein.wire.v1.RelationsReply.$Shape;
            }

            namespace RelationsReply {

                /** Properties of a RelationsReply. */
                interface $Properties {

                    /** RelationsReply relations */
                    relations?: (skein.wire.v1.Relation.$Properties[]|null);

                    /** RelationsReply more */
                    more?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RelationsReply. */
                type $Shape = skein.wire.v1.RelationsReply.$Properties;
            }

            /**
             * Properties of a ChangePrivacyRequest.
             * @deprecated Use skein.wire.v1.ChangePrivacyRequest.$Properties instead.
             */
            interface IChangePrivacyRequest extends skein.wire.v1.ChangePrivacyRequest.$Properties {
            }

            /** user/change-privacy, client to server: both as they are to be from now on, each everybody, friends or nobody. */
            class ChangePrivacyRequest {

                /**
                 * Constructs a new ChangePrivacyRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.ChangePrivacyRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ChangePrivacyRequest write. */
                write: string;

                /** ChangePrivacyRequest add. */
                add: string;

                /** UUID made by the device: the same for every resend of the same request. */
                clientRequestId: string;

                /**
                 * Encodes the specified ChangePrivacyRequest message. Does not implicitly {@link skein.wire.v1.ChangePrivacyRequest.verify|verify} messages.
                 * @param message ChangePrivacyRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.ChangePrivacyRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ChangePrivacyRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.ChangePrivacyRequest & skein.wire.v1.ChangePrivacyRequest.$Shape} ChangePrivacyRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.ChangePrivacyRequest & skein.wire.v1.ChangePrivacyRequest.$Shape;
            }

            namespace ChangePrivacyRequest {

                /** Properties of a ChangePrivacyRequest. */
                interface $Properties {

                    /** ChangePrivacyRequest write */
                    write?: (string|null);

                    /** ChangePrivacyRequest add */
                    add?: (string|null);

                    /** UUID made by the device: the same for every resend of the same request. */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ChangePrivacyRequest. */
                type $Shape = skein.wire.v1.ChangePrivacyRequest.$Properties;
            }

            /**
             * Properties of a PrivacyRequest.
             * @deprecated Use skein.wire.v1.PrivacyRequest.$Properties instead.
             */
            interface IPrivacyRequest extends skein.wire.v1.PrivacyRequest.$Properties {
            }

            /** user/privacy, client to server. */
            class PrivacyRequest {

                /**
                 * Constructs a new PrivacyRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.PrivacyRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified PrivacyRequest message. Does not implicitly {@link skein.wire.v1.PrivacyRequest.verify|verify} messages.
                 * @param message PrivacyRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.PrivacyRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PrivacyRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.PrivacyRequest & skein.wire.v1.PrivacyRequest.$Shape} PrivacyRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.PrivacyRequest & skein.wire.v1.PrivacyRequest.$Shape;
            }

            namespace PrivacyRequest {

                /** Properties of a PrivacyRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PrivacyRequest. */
                type $Shape = skein.wire.v1.PrivacyRequest.$Properties;
            }

            /**
             * Properties of a PrivacyReply.
             * @deprecated Use skein.wire.v1.PrivacyReply.$Properties instead.
             */
            interface IPrivacyReply extends skein.wire.v1.PrivacyReply.$Properties {
            }

            /** Represents a PrivacyReply. */
            class PrivacyReply {

                /**
                 * Constructs a new PrivacyReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.PrivacyReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Who may write to this user. */
                write: string;

                /** Who may put this user into groups. */
                add: string;

                /**
                 * Encodes the specified PrivacyReply message. Does not implicitly {@link skein.wire.v1.PrivacyReply.verify|verify} messages.
                 * @param message PrivacyReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.PrivacyReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PrivacyReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.PrivacyReply & skein.wire.v1.PrivacyReply.$Shape} PrivacyReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.PrivacyReply & skein.wire.v1.PrivacyReply.$Shape;
            }

            namespace PrivacyReply {

                /** Properties of a PrivacyReply. */
                interface $Properties {

                    /** Who may write to this user. */
                    write?: (string|null);

                    /** Who may put this user into groups. */
                    add?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PrivacyReply. */
                type $Shape = skein.wire.v1.PrivacyReply.$Properties;
            }

            /**
             * Properties of a RelationRequest.
             * @deprecated Use skein.wire.v1.RelationRequest.$Properties instead.
             */
            interface IRelationRequest extends skein.wire.v1.RelationRequest.$Properties {
            }

            /** user/relation-to, client to server. */
            class RelationRequest {

                /**
                 * Constructs a new RelationRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RelationRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RelationRequest userId. */
                userId: string;

                /**
                 * Encodes the specified RelationRequest message. Does not implicitly {@link skein.wire.v1.RelationRequest.verify|verify} messages.
                 * @param message RelationRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RelationRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RelationRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RelationRequest & skein.wire.v1.RelationRequest.$Shape} RelationRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RelationRequest & skein.wire.v1.RelationRequest.$Shape;
            }

            namespace RelationRequest {

                /** Properties of a RelationRequest. */
                interface $Properties {

                    /** RelationRequest userId */
                    userId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RelationRequest. */
                type $Shape = skein.wire.v1.RelationRequest.$Properties;
            }

            /**
             * Properties of a RelationReply.
             * @deprecated Use skein.wire.v1.RelationReply.$Properties instead.
             */
            interface IRelationReply extends skein.wire.v1.RelationReply.$Properties {
            }

            /** Represents a RelationReply. */
            class RelationReply {

                /**
                 * Constructs a new RelationReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RelationReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RelationReply relation. */
                relation?: (skein.wire.v1.Relation.$Properties|null);

                /**
                 * Encodes the specified RelationReply message. Does not implicitly {@link skein.wire.v1.RelationReply.verify|verify} messages.
                 * @param message RelationReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RelationReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RelationReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RelationReply & skein.wire.v1.RelationReply.$Shape} RelationReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RelationReply & skein.wire.v1.RelationReply.$Shape;
            }

            namespace RelationReply {

                /** Properties of a RelationReply. */
                interface $Properties {

                    /** RelationReply relation */
                    relation?: (skein.wire.v1.Relation.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RelationReply. */
                type $Shape = skein.wire.v1.RelationReply.$Properties;
            }

            /**
             * Properties of an Error.
             * @deprecated Use skein.wire.v1.Error.$Properties instead.
             */
            interface IError extends skein.wire.v1.Error.$Properties {
            }

            /** Body of any packet with the error flag. */
            class Error {

                /**
                 * Constructs a new Error.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Error.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Code of the error catalogue, such as NOT_A_MEMBER. */
                code: string;

                /** Which field, which limit; for people, not for programs. */
                detail: string;

                /** Whether the same request can succeed later. */
                retriable: boolean;

                /** Milliseconds to wait before trying again; 0 when unknown. */
                retryAfterMs: number;

                /**
                 * Encodes the specified Error message. Does not implicitly {@link skein.wire.v1.Error.verify|verify} messages.
                 * @param message Error message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Error.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Error message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Error & skein.wire.v1.Error.$Shape} Error
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Error & skein.wire.v1.Error.$Shape;
            }

            namespace Error {

                /** Properties of an Error. */
                interface $Properties {

                    /** Code of the error catalogue, such as NOT_A_MEMBER. */
                    code?: (string|null);

                    /** Which field, which limit; for people, not for programs. */
                    detail?: (string|null);

                    /** Whether the same request can succeed later. */
                    retriable?: (boolean|null);

                    /** Milliseconds to wait before trying again; 0 when unknown. */
                    retryAfterMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Error. */
                type $Shape = skein.wire.v1.Error.$Properties;
            }

            /**
             * Properties of a SeqReply.
             * @deprecated Use skein.wire.v1.SeqReply.$Properties instead.
             */
            interface ISeqReply extends skein.wire.v1.SeqReply.$Properties {
            }

            /** Answer to a request that changes a conversation: the seq of the last item it led to, or of the head when it changed nothing. */
            class SeqReply {

                /**
                 * Constructs a new SeqReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.SeqReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SeqReply seq. */
                seq: number;

                /**
                 * Encodes the specified SeqReply message. Does not implicitly {@link skein.wire.v1.SeqReply.verify|verify} messages.
                 * @param message SeqReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.SeqReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SeqReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.SeqReply & skein.wire.v1.SeqReply.$Shape} SeqReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.SeqReply & skein.wire.v1.SeqReply.$Shape;
            }

            namespace SeqReply {

                /** Properties of a SeqReply. */
                interface $Properties {

                    /** SeqReply seq */
                    seq?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SeqReply. */
                type $Shape = skein.wire.v1.SeqReply.$Properties;
            }

            /**
             * Properties of a DoneReply.
             * @deprecated Use skein.wire.v1.DoneReply.$Properties instead.
             */
            interface IDoneReply extends skein.wire.v1.DoneReply.$Properties {
            }

            /** Answer to a request whose success says it all. */
            class DoneReply {

                /**
                 * Constructs a new DoneReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.DoneReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified DoneReply message. Does not implicitly {@link skein.wire.v1.DoneReply.verify|verify} messages.
                 * @param message DoneReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.DoneReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DoneReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.DoneReply & skein.wire.v1.DoneReply.$Shape} DoneReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.DoneReply & skein.wire.v1.DoneReply.$Shape;
            }

            namespace DoneReply {

                /** Properties of a DoneReply. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DoneReply. */
                type $Shape = skein.wire.v1.DoneReply.$Properties;
            }
        }
    }
}
