import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace skein. */
export namespace skein {

    /** Namespace wire. */
    namespace wire {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of an Error.
             * @deprecated Use skein.wire.v1.Error.$Properties instead.
             */
            interface IError extends skein.wire.v1.Error.$Properties {
            }

            /** Represents an Error. */
            class Error {

                /**
                 * Constructs a new Error.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Error.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Error code. */
                code: string;

                /** Error detail. */
                detail: string;

                /** Error retriable. */
                retriable: boolean;

                /** Error retryAfterMs. */
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

                    /** Error code */
                    code?: (string|null);

                    /** Error detail */
                    detail?: (string|null);

                    /** Error retriable */
                    retriable?: (boolean|null);

                    /** Error retryAfterMs */
                    retryAfterMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Error. */
                type $Shape = skein.wire.v1.Error.$Properties;
            }

            /**
             * Properties of a LoginRequest.
             * @deprecated Use skein.wire.v1.LoginRequest.$Properties instead.
             */
            interface ILoginRequest extends skein.wire.v1.LoginRequest.$Properties {
            }

            /** Represents a LoginRequest. */
            class LoginRequest {

                /**
                 * Constructs a new LoginRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.LoginRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LoginRequest token. */
                token: string;

                /** LoginRequest appId. */
                appId: string;

                /** LoginRequest clientName. */
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

                    /** LoginRequest token */
                    token?: (string|null);

                    /** LoginRequest appId */
                    appId?: (string|null);

                    /** LoginRequest clientName */
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

            /** Represents a LoginReply. */
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

                /** LoginReply connectionId. */
                connectionId: string;

                /** LoginReply serverTimeMs. */
                serverTimeMs: number;

                /** LoginReply heartbeatIntervalMs. */
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

                    /** LoginReply connectionId */
                    connectionId?: (string|null);

                    /** LoginReply serverTimeMs */
                    serverTimeMs?: (number|null);

                    /** LoginReply heartbeatIntervalMs */
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

            /** Represents a Limits. */
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

                /** Limits inFlightMax. */
                inFlightMax: number;

                /** Limits unackedPushesMax. */
                unackedPushesMax: number;

                /** Limits pageItemsMax. */
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

                    /** Limits inFlightMax */
                    inFlightMax?: (number|null);

                    /** Limits unackedPushesMax */
                    unackedPushesMax?: (number|null);

                    /** Limits pageItemsMax */
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

            /** Represents a LogoutRequest. */
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
             * Properties of a LogoutReply.
             * @deprecated Use skein.wire.v1.LogoutReply.$Properties instead.
             */
            interface ILogoutReply extends skein.wire.v1.LogoutReply.$Properties {
            }

            /** Represents a LogoutReply. */
            class LogoutReply {

                /**
                 * Constructs a new LogoutReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.LogoutReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified LogoutReply message. Does not implicitly {@link skein.wire.v1.LogoutReply.verify|verify} messages.
                 * @param message LogoutReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.LogoutReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LogoutReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.LogoutReply & skein.wire.v1.LogoutReply.$Shape} LogoutReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.LogoutReply & skein.wire.v1.LogoutReply.$Shape;
            }

            namespace LogoutReply {

                /** Properties of a LogoutReply. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LogoutReply. */
                type $Shape = skein.wire.v1.LogoutReply.$Properties;
            }

            /**
             * Properties of a Heartbeat.
             * @deprecated Use skein.wire.v1.Heartbeat.$Properties instead.
             */
            interface IHeartbeat extends skein.wire.v1.Heartbeat.$Properties {
            }

            /** Represents a Heartbeat. */
            class Heartbeat {

                /**
                 * Constructs a new Heartbeat.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Heartbeat.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Heartbeat timeMs. */
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

                    /** Heartbeat timeMs */
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

            /** Represents a Goodbye. */
            class Goodbye {

                /**
                 * Constructs a new Goodbye.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Goodbye.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Goodbye code. */
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

                    /** Goodbye code */
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

                /** Action enum. */
                enum Action {

                    /** ACTION_UNSPECIFIED value */
                    ACTION_UNSPECIFIED = 0,

                    /** ACTION_RECONNECT value */
                    ACTION_RECONNECT = 1,

                    /** ACTION_BACK_OFF value */
                    ACTION_BACK_OFF = 2,

                    /** ACTION_STOP value */
                    ACTION_STOP = 3
                }
            }

            /**
             * Properties of a Body.
             * @deprecated Use skein.wire.v1.Body.$Properties instead.
             */
            interface IBody extends skein.wire.v1.Body.$Properties {
            }

            /** Represents a Body. */
            class Body {

                /**
                 * Constructs a new Body.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Body.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Body contentType. */
                contentType: string;

                /** Body encoding. */
                encoding: string;

                /** Body keyId. */
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

                    /** Body contentType */
                    contentType?: (string|null);

                    /** Body encoding */
                    encoding?: (string|null);

                    /** Body keyId */
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

            /** Represents an Attachment. */
            class Attachment {

                /**
                 * Constructs a new Attachment.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Attachment.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Attachment url. */
                url: string;

                /** Attachment name. */
                name: string;

                /** Attachment contentType. */
                contentType: string;

                /** Attachment size. */
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

                    /** Attachment url */
                    url?: (string|null);

                    /** Attachment name */
                    name?: (string|null);

                    /** Attachment contentType */
                    contentType?: (string|null);

                    /** Attachment size */
                    size?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Attachment. */
                type $Shape = skein.wire.v1.Attachment.$Properties;
            }

            /**
             * Properties of a SendRequest.
             * @deprecated Use skein.wire.v1.SendRequest.$Properties instead.
             */
            interface ISendRequest extends skein.wire.v1.SendRequest.$Properties {
            }

            /** Represents a SendRequest. */
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

                /** SendRequest clientMessageId. */
                clientMessageId: string;

                /** SendRequest body. */
                body?: (skein.wire.v1.Body.$Properties|null);

                /** SendRequest replyTo. */
                replyTo: number;

                /** SendRequest attachments. */
                attachments: skein.wire.v1.Attachment.$Properties[];

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

                    /** SendRequest clientMessageId */
                    clientMessageId?: (string|null);

                    /** SendRequest body */
                    body?: (skein.wire.v1.Body.$Properties|null);

                    /** SendRequest replyTo */
                    replyTo?: (number|null);

                    /** SendRequest attachments */
                    attachments?: (skein.wire.v1.Attachment.$Properties[]|null);

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

            /** Represents a SendReply. */
            class SendReply {

                /**
                 * Constructs a new SendReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.SendReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SendReply conversationId. */
                conversationId: string;

                /** SendReply clientMessageId. */
                clientMessageId: string;

                /** SendReply messageId. */
                messageId: string;

                /** SendReply seq. */
                seq: number;

                /** SendReply ordinal. */
                ordinal: number;

                /** SendReply sentAtMs. */
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

                    /** SendReply conversationId */
                    conversationId?: (string|null);

                    /** SendReply clientMessageId */
                    clientMessageId?: (string|null);

                    /** SendReply messageId */
                    messageId?: (string|null);

                    /** SendReply seq */
                    seq?: (number|null);

                    /** SendReply ordinal */
                    ordinal?: (number|null);

                    /** SendReply sentAtMs */
                    sentAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SendReply. */
                type $Shape = skein.wire.v1.SendReply.$Properties;
            }

            /**
             * Properties of a ConversationItem.
             * @deprecated Use skein.wire.v1.ConversationItem.$Properties instead.
             */
            interface IConversationItem extends skein.wire.v1.ConversationItem.$Properties {
            }

            /** Represents a ConversationItem. */
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

                /** ConversationItem seq. */
                seq: number;

                /** ConversationItem ordinal. */
                ordinal: number;

                /** ConversationItem actorId. */
                actorId: string;

                /** ConversationItem occurredAtMs. */
                occurredAtMs: number;

                /** ConversationItem message. */
                message?: (skein.wire.v1.Message.$Properties|null);

                /** ConversationItem groupCreated. */
                groupCreated?: (skein.wire.v1.GroupCreated.$Properties|null);

                /** ConversationItem membersAdded. */
                membersAdded?: (skein.wire.v1.MembersAdded.$Properties|null);

                /** ConversationItem memberRemoved. */
                memberRemoved?: (skein.wire.v1.MemberGone.$Properties|null);

                /** ConversationItem memberLeft. */
                memberLeft?: (skein.wire.v1.MemberGone.$Properties|null);

                /** ConversationItem memberRoleChanged. */
                memberRoleChanged?: (skein.wire.v1.Member.$Properties|null);

                /** ConversationItem content. */
                content?: ("message"|"groupCreated"|"membersAdded"|"memberRemoved"|"memberLeft"|"memberRoleChanged");

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

                    /** ConversationItem seq */
                    seq?: (number|null);

                    /** ConversationItem ordinal */
                    ordinal?: (number|null);

                    /** ConversationItem actorId */
                    actorId?: (string|null);

                    /** ConversationItem occurredAtMs */
                    occurredAtMs?: (number|null);

                    /** ConversationItem message */
                    message?: (skein.wire.v1.Message.$Properties|null);

                    /** ConversationItem groupCreated */
                    groupCreated?: (skein.wire.v1.GroupCreated.$Properties|null);

                    /** ConversationItem membersAdded */
                    membersAdded?: (skein.wire.v1.MembersAdded.$Properties|null);

                    /** ConversationItem memberRemoved */
                    memberRemoved?: (skein.wire.v1.MemberGone.$Properties|null);

                    /** ConversationItem memberLeft */
                    memberLeft?: (skein.wire.v1.MemberGone.$Properties|null);

                    /** ConversationItem memberRoleChanged */
                    memberRoleChanged?: (skein.wire.v1.Member.$Properties|null);

                    /** ConversationItem content */
                    content?: ("message"|"groupCreated"|"membersAdded"|"memberRemoved"|"memberLeft"|"memberRoleChanged");

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
                  message?: skein.wire.v1.Message.$Shape|null;
                  groupCreated?: skein.wire.v1.GroupCreated.$Shape|null;
                  membersAdded?: skein.wire.v1.MembersAdded.$Shape|null;
                  memberRemoved?: skein.wire.v1.MemberGone.$Shape|null;
                  memberLeft?: skein.wire.v1.MemberGone.$Shape|null;
                  memberRoleChanged?: skein.wire.v1.Member.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ content?: undefined; message?: null; groupCreated?: null; membersAdded?: null; memberRemoved?: null; memberLeft?: null; memberRoleChanged?: null }|{ content?: "message"; message: skein.wire.v1.Message.$Shape; groupCreated?: null; membersAdded?: null; memberRemoved?: null; memberLeft?: null; memberRoleChanged?: null }|{ content?: "groupCreated"; message?: null; groupCreated: skein.wire.v1.GroupCreated.$Shape; membersAdded?: null; memberRemoved?: null; memberLeft?: null; memberRoleChanged?: null }|{ content?: "membersAdded"; message?: null; groupCreated?: null; membersAdded: skein.wire.v1.MembersAdded.$Shape; memberRemoved?: null; memberLeft?: null; memberRoleChanged?: null }|{ content?: "memberRemoved"; message?: null; groupCreated?: null; membersAdded?: null; memberRemoved: skein.wire.v1.MemberGone.$Shape; memberLeft?: null; memberRoleChanged?: null }|{ content?: "memberLeft"; message?: null; groupCreated?: null; membersAdded?: null; memberRemoved?: null; memberLeft: skein.wire.v1.MemberGone.$Shape; memberRoleChanged?: null }|{ content?: "memberRoleChanged"; message?: null; groupCreated?: null; membersAdded?: null; memberRemoved?: null; memberLeft?: null; memberRoleChanged: skein.wire.v1.Member.$Shape })
                );
            }

            /**
             * Properties of a Message.
             * @deprecated Use skein.wire.v1.Message.$Properties instead.
             */
            interface IMessage extends skein.wire.v1.Message.$Properties {
            }

            /** Represents a Message. */
            class Message {

                /**
                 * Constructs a new Message.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Message.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Message messageId. */
                messageId: string;

                /** Message clientMessageId. */
                clientMessageId: string;

                /** Message body. */
                body?: (skein.wire.v1.Body.$Properties|null);

                /** Message replyTo. */
                replyTo: number;

                /** Message attachments. */
                attachments: skein.wire.v1.Attachment.$Properties[];

                /**
                 * Encodes the specified Message message. Does not implicitly {@link skein.wire.v1.Message.verify|verify} messages.
                 * @param message Message message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.Message.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Message message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.Message & skein.wire.v1.Message.$Shape} Message
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.Message & skein.wire.v1.Message.$Shape;
            }

            namespace Message {

                /** Properties of a Message. */
                interface $Properties {

                    /** Message messageId */
                    messageId?: (string|null);

                    /** Message clientMessageId */
                    clientMessageId?: (string|null);

                    /** Message body */
                    body?: (skein.wire.v1.Body.$Properties|null);

                    /** Message replyTo */
                    replyTo?: (number|null);

                    /** Message attachments */
                    attachments?: (skein.wire.v1.Attachment.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Message. */
                type $Shape = skein.wire.v1.Message.$Properties;
            }

            /**
             * Properties of a GroupCreated.
             * @deprecated Use skein.wire.v1.GroupCreated.$Properties instead.
             */
            interface IGroupCreated extends skein.wire.v1.GroupCreated.$Properties {
            }

            /** Represents a GroupCreated. */
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

                /** MembersAdded members. */
                members: skein.wire.v1.Member.$Properties[];

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

                    /** MembersAdded members */
                    members?: (skein.wire.v1.Member.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MembersAdded. */
                type $Shape = skein.wire.v1.MembersAdded.$Properties;
            }

            /**
             * Properties of a MemberGone.
             * @deprecated Use skein.wire.v1.MemberGone.$Properties instead.
             */
            interface IMemberGone extends skein.wire.v1.MemberGone.$Properties {
            }

            /** Represents a MemberGone. */
            class MemberGone {

                /**
                 * Constructs a new MemberGone.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.MemberGone.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** MemberGone userId. */
                userId: string;

                /**
                 * Encodes the specified MemberGone message. Does not implicitly {@link skein.wire.v1.MemberGone.verify|verify} messages.
                 * @param message MemberGone message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.MemberGone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a MemberGone message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.MemberGone & skein.wire.v1.MemberGone.$Shape} MemberGone
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.MemberGone & skein.wire.v1.MemberGone.$Shape;
            }

            namespace MemberGone {

                /** Properties of a MemberGone. */
                interface $Properties {

                    /** MemberGone userId */
                    userId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MemberGone. */
                type $Shape = skein.wire.v1.MemberGone.$Properties;
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

                /** Member role. */
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

                    /** Member role */
                    role?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Member. */
                type $Shape = skein.wire.v1.Member.$Properties;
            }

            /**
             * Properties of a ReadMark.
             * @deprecated Use skein.wire.v1.ReadMark.$Properties instead.
             */
            interface IReadMark extends skein.wire.v1.ReadMark.$Properties {
            }

            /** Represents a ReadMark. */
            class ReadMark {

                /**
                 * Constructs a new ReadMark.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.ReadMark.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReadMark conversationId. */
                conversationId: string;

                /** ReadMark userId. */
                userId: string;

                /** ReadMark ordinal. */
                ordinal: number;

                /**
                 * Encodes the specified ReadMark message. Does not implicitly {@link skein.wire.v1.ReadMark.verify|verify} messages.
                 * @param message ReadMark message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.ReadMark.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReadMark message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.ReadMark & skein.wire.v1.ReadMark.$Shape} ReadMark
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.ReadMark & skein.wire.v1.ReadMark.$Shape;
            }

            namespace ReadMark {

                /** Properties of a ReadMark. */
                interface $Properties {

                    /** ReadMark conversationId */
                    conversationId?: (string|null);

                    /** ReadMark userId */
                    userId?: (string|null);

                    /** ReadMark ordinal */
                    ordinal?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReadMark. */
                type $Shape = skein.wire.v1.ReadMark.$Properties;
            }

            /**
             * Properties of a Push.
             * @deprecated Use skein.wire.v1.Push.$Properties instead.
             */
            interface IPush extends skein.wire.v1.Push.$Properties {
            }

            /** Represents a Push. */
            class Push {

                /**
                 * Constructs a new Push.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Push.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Push items. */
                items: skein.wire.v1.ConversationItem.$Properties[];

                /** Push readMarks. */
                readMarks: skein.wire.v1.ReadMark.$Properties[];

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
                    items?: (skein.wire.v1.ConversationItem.$Properties[]|null);

                    /** Push readMarks */
                    readMarks?: (skein.wire.v1.ReadMark.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Push. */
                type $Shape = {
                  items?: skein.wire.v1.ConversationItem.$Shape[]|null;
                  readMarks?: skein.wire.v1.ReadMark.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a HistoryRequest.
             * @deprecated Use skein.wire.v1.HistoryRequest.$Properties instead.
             */
            interface IHistoryRequest extends skein.wire.v1.HistoryRequest.$Properties {
            }

            /** Represents a HistoryRequest. */
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

                /** HistoryRequest limit. */
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

                    /** HistoryRequest limit */
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
                items: skein.wire.v1.ConversationItem.$Properties[];

                /** HistoryReply more. */
                more: boolean;

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
                    items?: (skein.wire.v1.ConversationItem.$Properties[]|null);

                    /** HistoryReply more */
                    more?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HistoryReply. */
                type $Shape = {
                  items?: skein.wire.v1.ConversationItem.$Shape[]|null;
                  more?: boolean|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a MarkReadRequest.
             * @deprecated Use skein.wire.v1.MarkReadRequest.$Properties instead.
             */
            interface IMarkReadRequest extends skein.wire.v1.MarkReadRequest.$Properties {
            }

            /** Represents a MarkReadRequest. */
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

                /** MarkReadReply conversationId. */
                conversationId: string;

                /** MarkReadReply ordinal. */
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

                    /** MarkReadReply conversationId */
                    conversationId?: (string|null);

                    /** MarkReadReply ordinal */
                    ordinal?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MarkReadReply. */
                type $Shape = skein.wire.v1.MarkReadReply.$Properties;
            }

            /**
             * Properties of a SyncRequest.
             * @deprecated Use skein.wire.v1.SyncRequest.$Properties instead.
             */
            interface ISyncRequest extends skein.wire.v1.SyncRequest.$Properties {
            }

            /** Represents a SyncRequest. */
            class SyncRequest {

                /**
                 * Constructs a new SyncRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.SyncRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SyncRequest cursor. */
                cursor: Uint8Array;

                /** SyncRequest itemsPerConversation. */
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

                    /** SyncRequest cursor */
                    cursor?: (Uint8Array|null);

                    /** SyncRequest itemsPerConversation */
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

                /** SyncReply full. */
                full: boolean;

                /** SyncReply more. */
                more: boolean;

                /** SyncReply sessions. */
                sessions: skein.wire.v1.Session.$Properties[];

                /** SyncReply items. */
                items: skein.wire.v1.ConversationItem.$Properties[];

                /** SyncReply profiles. */
                profiles: skein.wire.v1.UserProfile.$Properties[];

                /** SyncReply retryAfterMs. */
                retryAfterMs: number;

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

                    /** SyncReply full */
                    full?: (boolean|null);

                    /** SyncReply more */
                    more?: (boolean|null);

                    /** SyncReply sessions */
                    sessions?: (skein.wire.v1.Session.$Properties[]|null);

                    /** SyncReply items */
                    items?: (skein.wire.v1.ConversationItem.$Properties[]|null);

                    /** SyncReply profiles */
                    profiles?: (skein.wire.v1.UserProfile.$Properties[]|null);

                    /** SyncReply retryAfterMs */
                    retryAfterMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SyncReply. */
                type $Shape = {
                  cursor?: Uint8Array|null;
                  full?: boolean|null;
                  more?: boolean|null;
                  sessions?: skein.wire.v1.Session.$Shape[]|null;
                  items?: skein.wire.v1.ConversationItem.$Shape[]|null;
                  profiles?: skein.wire.v1.UserProfile.$Shape[]|null;
                  retryAfterMs?: number|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Session.
             * @deprecated Use skein.wire.v1.Session.$Properties instead.
             */
            interface ISession extends skein.wire.v1.Session.$Properties {
            }

            /** Represents a Session. */
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

                /** Session kind. */
                kind: string;

                /** Session name. */
                name: string;

                /** Session memberCount. */
                memberCount: number;

                /** Session lastSeq. */
                lastSeq: number;

                /** Session lastOrdinal. */
                lastOrdinal: number;

                /** Session readOrdinal. */
                readOrdinal: number;

                /** Session unread. */
                unread: number;

                /** Session role. */
                role: string;

                /** Session fromSeq. */
                fromSeq: number;

                /** Session toSeq. */
                toSeq: number;

                /** Session lastActivityAtMs. */
                lastActivityAtMs: number;

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

                    /** Session kind */
                    kind?: (string|null);

                    /** Session name */
                    name?: (string|null);

                    /** Session memberCount */
                    memberCount?: (number|null);

                    /** Session lastSeq */
                    lastSeq?: (number|null);

                    /** Session lastOrdinal */
                    lastOrdinal?: (number|null);

                    /** Session readOrdinal */
                    readOrdinal?: (number|null);

                    /** Session unread */
                    unread?: (number|null);

                    /** Session role */
                    role?: (string|null);

                    /** Session fromSeq */
                    fromSeq?: (number|null);

                    /** Session toSeq */
                    toSeq?: (number|null);

                    /** Session lastActivityAtMs */
                    lastActivityAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Session. */
                type $Shape = skein.wire.v1.Session.$Properties;
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
             * Properties of an UnreadRequest.
             * @deprecated Use skein.wire.v1.UnreadRequest.$Properties instead.
             */
            interface IUnreadRequest extends skein.wire.v1.UnreadRequest.$Properties {
            }

            /** Represents an UnreadRequest. */
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

                /** UnreadReply entries. */
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

                    /** UnreadReply entries */
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

            /** Represents a Resync. */
            class Resync {

                /**
                 * Constructs a new Resync.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.Resync.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Resync reason. */
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

                    /** Resync reason */
                    reason?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Resync. */
                type $Shape = skein.wire.v1.Resync.$Properties;
            }

            /**
             * Properties of a CreateGroupRequest.
             * @deprecated Use skein.wire.v1.CreateGroupRequest.$Properties instead.
             */
            interface ICreateGroupRequest extends skein.wire.v1.CreateGroupRequest.$Properties {
            }

            /** Represents a CreateGroupRequest. */
            class CreateGroupRequest {

                /**
                 * Constructs a new CreateGroupRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.CreateGroupRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CreateGroupRequest conversationId. */
                conversationId: string;

                /** CreateGroupRequest name. */
                name: string;

                /** CreateGroupRequest memberIds. */
                memberIds: string[];

                /** CreateGroupRequest clientRequestId. */
                clientRequestId: string;

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

                    /** CreateGroupRequest conversationId */
                    conversationId?: (string|null);

                    /** CreateGroupRequest name */
                    name?: (string|null);

                    /** CreateGroupRequest memberIds */
                    memberIds?: (string[]|null);

                    /** CreateGroupRequest clientRequestId */
                    clientRequestId?: (string|null);

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

            /** Represents an AddMembersRequest. */
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

                /** AddMembersRequest clientRequestId. */
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

                    /** AddMembersRequest clientRequestId */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AddMembersRequest. */
                type $Shape = skein.wire.v1.AddMembersRequest.$Properties;
            }

            /**
             * Properties of a RemoveMemberRequest.
             * @deprecated Use skein.wire.v1.RemoveMemberRequest.$Properties instead.
             */
            interface IRemoveMemberRequest extends skein.wire.v1.RemoveMemberRequest.$Properties {
            }

            /** Represents a RemoveMemberRequest. */
            class RemoveMemberRequest {

                /**
                 * Constructs a new RemoveMemberRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.RemoveMemberRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RemoveMemberRequest conversationId. */
                conversationId: string;

                /** RemoveMemberRequest userId. */
                userId: string;

                /** RemoveMemberRequest clientRequestId. */
                clientRequestId: string;

                /**
                 * Encodes the specified RemoveMemberRequest message. Does not implicitly {@link skein.wire.v1.RemoveMemberRequest.verify|verify} messages.
                 * @param message RemoveMemberRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.RemoveMemberRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RemoveMemberRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.RemoveMemberRequest & skein.wire.v1.RemoveMemberRequest.$Shape} RemoveMemberRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.RemoveMemberRequest & skein.wire.v1.RemoveMemberRequest.$Shape;
            }

            namespace RemoveMemberRequest {

                /** Properties of a RemoveMemberRequest. */
                interface $Properties {

                    /** RemoveMemberRequest conversationId */
                    conversationId?: (string|null);

                    /** RemoveMemberRequest userId */
                    userId?: (string|null);

                    /** RemoveMemberRequest clientRequestId */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RemoveMemberRequest. */
                type $Shape = skein.wire.v1.RemoveMemberRequest.$Properties;
            }

            /**
             * Properties of a LeaveGroupRequest.
             * @deprecated Use skein.wire.v1.LeaveGroupRequest.$Properties instead.
             */
            interface ILeaveGroupRequest extends skein.wire.v1.LeaveGroupRequest.$Properties {
            }

            /** Represents a LeaveGroupRequest. */
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

                /** LeaveGroupRequest clientRequestId. */
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

                    /** LeaveGroupRequest clientRequestId */
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

            /** Represents a ChangeRoleRequest. */
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

                /** ChangeRoleRequest clientRequestId. */
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

                    /** ChangeRoleRequest clientRequestId */
                    clientRequestId?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ChangeRoleRequest. */
                type $Shape = skein.wire.v1.ChangeRoleRequest.$Properties;
            }

            /**
             * Properties of a GroupReply.
             * @deprecated Use skein.wire.v1.GroupReply.$Properties instead.
             */
            interface IGroupReply extends skein.wire.v1.GroupReply.$Properties {
            }

            /** Represents a GroupReply. */
            class GroupReply {

                /**
                 * Constructs a new GroupReply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.wire.v1.GroupReply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GroupReply conversationId. */
                conversationId: string;

                /** GroupReply seq. */
                seq: number;

                /**
                 * Encodes the specified GroupReply message. Does not implicitly {@link skein.wire.v1.GroupReply.verify|verify} messages.
                 * @param message GroupReply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.wire.v1.GroupReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GroupReply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.wire.v1.GroupReply & skein.wire.v1.GroupReply.$Shape} GroupReply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.wire.v1.GroupReply & skein.wire.v1.GroupReply.$Shape;
            }

            namespace GroupReply {

                /** Properties of a GroupReply. */
                interface $Properties {

                    /** GroupReply conversationId */
                    conversationId?: (string|null);

                    /** GroupReply seq */
                    seq?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GroupReply. */
                type $Shape = skein.wire.v1.GroupReply.$Properties;
            }

            /**
             * Properties of a MembersRequest.
             * @deprecated Use skein.wire.v1.MembersRequest.$Properties instead.
             */
            interface IMembersRequest extends skein.wire.v1.MembersRequest.$Properties {
            }

            /** Represents a MembersRequest. */
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

                /** MembersRequest afterUserId. */
                afterUserId: string;

                /** MembersRequest limit. */
                limit: number;

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

                    /** MembersRequest afterUserId */
                    afterUserId?: (string|null);

                    /** MembersRequest limit */
                    limit?: (number|null);

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
                members: skein.wire.v1.Member.$Properties[];

                /** MembersReply more. */
                more: boolean;

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
                    members?: (skein.wire.v1.Member.$Properties[]|null);

                    /** MembersReply more */
                    more?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a MembersReply. */
                type $Shape = skein.wire.v1.MembersReply.$Properties;
            }

            /**
             * Properties of a FindUserRequest.
             * @deprecated Use skein.wire.v1.FindUserRequest.$Properties instead.
             */
            interface IFindUserRequest extends skein.wire.v1.FindUserRequest.$Properties {
            }

            /** Represents a FindUserRequest. */
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
        }
    }
}
