import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace skein. */
export namespace skein {

    /** Namespace link. */
    namespace link {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a Frame.
             * @deprecated Use skein.link.v1.Frame.$Properties instead.
             */
            interface IFrame extends skein.link.v1.Frame.$Properties {
            }

            /** Represents a Frame. */
            class Frame {

                /**
                 * Constructs a new Frame.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.link.v1.Frame.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Frame sender. */
                sender: string;

                /** Frame number. */
                number: number;

                /** Frame replies. */
                replies: skein.link.v1.Reply.$Properties[];

                /** Frame deliveries. */
                deliveries: skein.link.v1.Delivery.$Properties[];

                /** Frame kicks. */
                kicks: skein.link.v1.Kick.$Properties[];

                /** Frame lost. */
                lost: string[];

                /**
                 * Encodes the specified Frame message. Does not implicitly {@link skein.link.v1.Frame.verify|verify} messages.
                 * @param message Frame message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.link.v1.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Frame message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.link.v1.Frame & skein.link.v1.Frame.$Shape} Frame
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.link.v1.Frame & skein.link.v1.Frame.$Shape;
            }

            namespace Frame {

                /** Properties of a Frame. */
                interface $Properties {

                    /** Frame sender */
                    sender?: (string|null);

                    /** Frame number */
                    number?: (number|null);

                    /** Frame replies */
                    replies?: (skein.link.v1.Reply.$Properties[]|null);

                    /** Frame deliveries */
                    deliveries?: (skein.link.v1.Delivery.$Properties[]|null);

                    /** Frame kicks */
                    kicks?: (skein.link.v1.Kick.$Properties[]|null);

                    /** Frame lost */
                    lost?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Frame. */
                type $Shape = skein.link.v1.Frame.$Properties;
            }

            /**
             * Properties of a Reply.
             * @deprecated Use skein.link.v1.Reply.$Properties instead.
             */
            interface IReply extends skein.link.v1.Reply.$Properties {
            }

            /** Represents a Reply. */
            class Reply {

                /**
                 * Constructs a new Reply.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.link.v1.Reply.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Reply connectionId. */
                connectionId: string;

                /** Reply commandId. */
                commandId: string;

                /** Reply code. */
                code: string;

                /** Reply detail. */
                detail: string;

                /** Reply body. */
                body: Uint8Array;

                /** Reply partition. */
                partition: number;

                /** Reply offset. */
                offset: number;

                /**
                 * Encodes the specified Reply message. Does not implicitly {@link skein.link.v1.Reply.verify|verify} messages.
                 * @param message Reply message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.link.v1.Reply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Reply message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.link.v1.Reply & skein.link.v1.Reply.$Shape} Reply
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.link.v1.Reply & skein.link.v1.Reply.$Shape;
            }

            namespace Reply {

                /** Properties of a Reply. */
                interface $Properties {

                    /** Reply connectionId */
                    connectionId?: (string|null);

                    /** Reply commandId */
                    commandId?: (string|null);

                    /** Reply code */
                    code?: (string|null);

                    /** Reply detail */
                    detail?: (string|null);

                    /** Reply body */
                    body?: (Uint8Array|null);

                    /** Reply partition */
                    partition?: (number|null);

                    /** Reply offset */
                    offset?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Reply. */
                type $Shape = skein.link.v1.Reply.$Properties;
            }

            /**
             * Properties of a Delivery.
             * @deprecated Use skein.link.v1.Delivery.$Properties instead.
             */
            interface IDelivery extends skein.link.v1.Delivery.$Properties {
            }

            /** Represents a Delivery. */
            class Delivery {

                /**
                 * Constructs a new Delivery.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.link.v1.Delivery.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Delivery push. */
                push: Uint8Array;

                /** Delivery connectionIds. */
                connectionIds: string[];

                /** Delivery group. */
                group?: (skein.link.v1.GroupAnnouncement.$Properties|null);

                /** Delivery everybody. */
                everybody?: (skein.link.v1.Everybody.$Properties|null);

                /** Delivery room. */
                room?: (skein.link.v1.RoomSignals.$Properties|null);

                /**
                 * Encodes the specified Delivery message. Does not implicitly {@link skein.link.v1.Delivery.verify|verify} messages.
                 * @param message Delivery message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.link.v1.Delivery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Delivery message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.link.v1.Delivery & skein.link.v1.Delivery.$Shape} Delivery
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.link.v1.Delivery & skein.link.v1.Delivery.$Shape;
            }

            namespace Delivery {

                /** Properties of a Delivery. */
                interface $Properties {

                    /** Delivery push */
                    push?: (Uint8Array|null);

                    /** Delivery connectionIds */
                    connectionIds?: (string[]|null);

                    /** Delivery group */
                    group?: (skein.link.v1.GroupAnnouncement.$Properties|null);

                    /** Delivery everybody */
                    everybody?: (skein.link.v1.Everybody.$Properties|null);

                    /** Delivery room */
                    room?: (skein.link.v1.RoomSignals.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Delivery. */
                type $Shape = skein.link.v1.Delivery.$Properties;
            }

            /**
             * Properties of a RoomSignals.
             * @deprecated Use skein.link.v1.RoomSignals.$Properties instead.
             */
            interface IRoomSignals extends skein.link.v1.RoomSignals.$Properties {
            }

            /** Represents a RoomSignals. */
            class RoomSignals {

                /**
                 * Constructs a new RoomSignals.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.link.v1.RoomSignals.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RoomSignals appId. */
                appId: string;

                /** RoomSignals conversationId. */
                conversationId: string;

                /** RoomSignals signals. */
                signals: number;

                /**
                 * Encodes the specified RoomSignals message. Does not implicitly {@link skein.link.v1.RoomSignals.verify|verify} messages.
                 * @param message RoomSignals message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.link.v1.RoomSignals.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RoomSignals message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.link.v1.RoomSignals & skein.link.v1.RoomSignals.$Shape} RoomSignals
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.link.v1.RoomSignals & skein.link.v1.RoomSignals.$Shape;
            }

            namespace RoomSignals {

                /** Properties of a RoomSignals. */
                interface $Properties {

                    /** RoomSignals appId */
                    appId?: (string|null);

                    /** RoomSignals conversationId */
                    conversationId?: (string|null);

                    /** RoomSignals signals */
                    signals?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RoomSignals. */
                type $Shape = skein.link.v1.RoomSignals.$Properties;
            }

            /**
             * Properties of a GroupAnnouncement.
             * @deprecated Use skein.link.v1.GroupAnnouncement.$Properties instead.
             */
            interface IGroupAnnouncement extends skein.link.v1.GroupAnnouncement.$Properties {
            }

            /** Represents a GroupAnnouncement. */
            class GroupAnnouncement {

                /**
                 * Constructs a new GroupAnnouncement.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.link.v1.GroupAnnouncement.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GroupAnnouncement appId. */
                appId: string;

                /** GroupAnnouncement conversationId. */
                conversationId: string;

                /** GroupAnnouncement partition. */
                partition: number;

                /** GroupAnnouncement offset. */
                offset: number;

                /** GroupAnnouncement unchangedFrom. */
                unchangedFrom: number;

                /** GroupAnnouncement seq. */
                seq: number;

                /** GroupAnnouncement targetSeq. */
                targetSeq: number;

                /** GroupAnnouncement untoldPush. */
                untoldPush: Uint8Array;

                /** GroupAnnouncement exceptConnection. */
                exceptConnection: string;

                /** GroupAnnouncement joins. */
                joins: boolean;

                /** GroupAnnouncement steps. */
                steps: skein.link.v1.StayStep.$Properties[];

                /**
                 * Encodes the specified GroupAnnouncement message. Does not implicitly {@link skein.link.v1.GroupAnnouncement.verify|verify} messages.
                 * @param message GroupAnnouncement message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.link.v1.GroupAnnouncement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GroupAnnouncement message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.link.v1.GroupAnnouncement & skein.link.v1.GroupAnnouncement.$Shape} GroupAnnouncement
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.link.v1.GroupAnnouncement & skein.link.v1.GroupAnnouncement.$Shape;
            }

            namespace GroupAnnouncement {

                /** Properties of a GroupAnnouncement. */
                interface $Properties {

                    /** GroupAnnouncement appId */
                    appId?: (string|null);

                    /** GroupAnnouncement conversationId */
                    conversationId?: (string|null);

                    /** GroupAnnouncement partition */
                    partition?: (number|null);

                    /** GroupAnnouncement offset */
                    offset?: (number|null);

                    /** GroupAnnouncement unchangedFrom */
                    unchangedFrom?: (number|null);

                    /** GroupAnnouncement seq */
                    seq?: (number|null);

                    /** GroupAnnouncement targetSeq */
                    targetSeq?: (number|null);

                    /** GroupAnnouncement untoldPush */
                    untoldPush?: (Uint8Array|null);

                    /** GroupAnnouncement exceptConnection */
                    exceptConnection?: (string|null);

                    /** GroupAnnouncement joins */
                    joins?: (boolean|null);

                    /** GroupAnnouncement steps */
                    steps?: (skein.link.v1.StayStep.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GroupAnnouncement. */
                type $Shape = skein.link.v1.GroupAnnouncement.$Properties;
            }

            /**
             * Properties of a StayStep.
             * @deprecated Use skein.link.v1.StayStep.$Properties instead.
             */
            interface IStayStep extends skein.link.v1.StayStep.$Properties {
            }

            /** Represents a StayStep. */
            class StayStep {

                /**
                 * Constructs a new StayStep.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.link.v1.StayStep.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StayStep userId. */
                userId: string;

                /** StayStep fromSeq. */
                fromSeq: number;

                /** StayStep toSeq. */
                toSeq: number;

                /** StayStep seesFrom. */
                seesFrom: number;

                /**
                 * Encodes the specified StayStep message. Does not implicitly {@link skein.link.v1.StayStep.verify|verify} messages.
                 * @param message StayStep message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.link.v1.StayStep.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StayStep message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.link.v1.StayStep & skein.link.v1.StayStep.$Shape} StayStep
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.link.v1.StayStep & skein.link.v1.StayStep.$Shape;
            }

            namespace StayStep {

                /** Properties of a StayStep. */
                interface $Properties {

                    /** StayStep userId */
                    userId?: (string|null);

                    /** StayStep fromSeq */
                    fromSeq?: (number|null);

                    /** StayStep toSeq */
                    toSeq?: (number|null);

                    /** StayStep seesFrom */
                    seesFrom?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StayStep. */
                type $Shape = skein.link.v1.StayStep.$Properties;
            }

            /**
             * Properties of an Everybody.
             * @deprecated Use skein.link.v1.Everybody.$Properties instead.
             */
            interface IEverybody extends skein.link.v1.Everybody.$Properties {
            }

            /** Represents an Everybody. */
            class Everybody {

                /**
                 * Constructs a new Everybody.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.link.v1.Everybody.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Everybody appId. */
                appId: string;

                /** Everybody id. */
                id: string;

                /** Everybody perSecond. */
                perSecond: number;

                /** Everybody exceptConnection. */
                exceptConnection: string;

                /**
                 * Encodes the specified Everybody message. Does not implicitly {@link skein.link.v1.Everybody.verify|verify} messages.
                 * @param message Everybody message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.link.v1.Everybody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Everybody message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.link.v1.Everybody & skein.link.v1.Everybody.$Shape} Everybody
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.link.v1.Everybody & skein.link.v1.Everybody.$Shape;
            }

            namespace Everybody {

                /** Properties of an Everybody. */
                interface $Properties {

                    /** Everybody appId */
                    appId?: (string|null);

                    /** Everybody id */
                    id?: (string|null);

                    /** Everybody perSecond */
                    perSecond?: (number|null);

                    /** Everybody exceptConnection */
                    exceptConnection?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Everybody. */
                type $Shape = skein.link.v1.Everybody.$Properties;
            }

            /**
             * Properties of a Kick.
             * @deprecated Use skein.link.v1.Kick.$Properties instead.
             */
            interface IKick extends skein.link.v1.Kick.$Properties {
            }

            /** Represents a Kick. */
            class Kick {

                /**
                 * Constructs a new Kick.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: skein.link.v1.Kick.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Kick connectionId. */
                connectionId: string;

                /** Kick code. */
                code: string;

                /**
                 * Encodes the specified Kick message. Does not implicitly {@link skein.link.v1.Kick.verify|verify} messages.
                 * @param message Kick message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: skein.link.v1.Kick.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Kick message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {skein.link.v1.Kick & skein.link.v1.Kick.$Shape} Kick
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): skein.link.v1.Kick & skein.link.v1.Kick.$Shape;
            }

            namespace Kick {

                /** Properties of a Kick. */
                interface $Properties {

                    /** Kick connectionId */
                    connectionId?: (string|null);

                    /** Kick code */
                    code?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Kick. */
                type $Shape = skein.link.v1.Kick.$Properties;
            }
        }
    }
}
