// Made by packages/contracts/generate from schemas/errors.json. Do not edit: run `make generate`.

export interface CatalogueEntry {
  readonly code: string
  /** Whether the same request can succeed later. */
  readonly retriable: boolean
  /** Whether nothing of what is refused with it was given to the log: asked again, it is no retry for that. */
  readonly unsubmitted: boolean
  /** Status of an HTTP answer that is refused with it. */
  readonly http: number
  /** What a client does next when its connection ends with it. */
  readonly next: 'reconnect' | 'backOff' | 'stop'
  /** WebSocket close code where the error ends the connection; null where it does not. */
  readonly closeCode: number | null
  readonly meaning: string
  /** What the client should do. */
  readonly action: string
}

export const errorCatalogue = {
  /** A part the request needs cannot answer now; the outcome of a send is unknown. Send again with the retry flag after a back-off, under the same clientMessageId. */
  UNAVAILABLE: { code: 'UNAVAILABLE', retriable: true, unsubmitted: false, http: 503, next: 'backOff', closeCode: null, meaning: "A part the request needs cannot answer now; the outcome of a send is unknown.", action: "Send again with the retry flag after a back-off, under the same clientMessageId." },
  /** The command reached the log after its deadline and was not done. Send again with the retry flag. */
  DEADLINE_EXCEEDED: { code: 'DEADLINE_EXCEEDED', retriable: true, unsubmitted: false, http: 503, next: 'backOff', closeCode: null, meaning: "The command reached the log after its deadline and was not done.", action: "Send again with the retry flag." },
  /** More is asked than can be done now; this would have waited too long, and was not begun. Ask again after retryAfterMs. */
  OVERLOADED: { code: 'OVERLOADED', retriable: true, unsubmitted: true, http: 503, next: 'backOff', closeCode: null, meaning: "More is asked than can be done now; this would have waited too long, and was not begun.", action: "Ask again after retryAfterMs." },
  /** An earlier send of this connection to this conversation was refused and has not been sent again yet. Send the refused one again first, then this one. */
  HELD: { code: 'HELD', retriable: true, unsubmitted: true, http: 503, next: 'backOff', closeCode: null, meaning: "An earlier send of this connection to this conversation was refused and has not been sent again yet.", action: "Send the refused one again first, then this one." },
  /** More unanswered requests on this connection than allowed. Wait for answers before sending more. */
  TOO_MANY_IN_FLIGHT: { code: 'TOO_MANY_IN_FLIGHT', retriable: true, unsubmitted: true, http: 503, next: 'backOff', closeCode: null, meaning: "More unanswered requests on this connection than allowed.", action: "Wait for answers before sending more." },
  /** More requests than this user or address may make. Back off for retryAfterMs. */
  RATE_LIMITED: { code: 'RATE_LIMITED', retriable: true, unsubmitted: true, http: 429, next: 'backOff', closeCode: 4024, meaning: "More requests than this user or address may make.", action: "Back off for retryAfterMs." },
  /** The connection or request needs a login first. Log in. */
  UNAUTHENTICATED: { code: 'UNAUTHENTICATED', retriable: false, unsubmitted: false, http: 401, next: 'stop', closeCode: 4001, meaning: "The connection or request needs a login first.", action: "Log in." },
  /** The token is malformed, forged, or of another app. Get a new token. */
  TOKEN_INVALID: { code: 'TOKEN_INVALID', retriable: false, unsubmitted: false, http: 401, next: 'stop', closeCode: 4002, meaning: "The token is malformed, forged, or of another app.", action: "Get a new token." },
  /** The token has expired. Get a new token. */
  TOKEN_EXPIRED: { code: 'TOKEN_EXPIRED', retriable: false, unsubmitted: false, http: 401, next: 'stop', closeCode: 4003, meaning: "The token has expired.", action: "Get a new token." },
  /** The device session behind the token was logged out. Log in again. */
  TOKEN_REVOKED: { code: 'TOKEN_REVOKED', retriable: false, unsubmitted: false, http: 401, next: 'stop', closeCode: 4004, meaning: "The device session behind the token was logged out.", action: "Log in again." },
  /** The connection is logged in already. Open another connection for another login. */
  ALREADY_AUTHENTICATED: { code: 'ALREADY_AUTHENTICATED', retriable: false, unsubmitted: false, http: 400, next: 'stop', closeCode: null, meaning: "The connection is logged in already.", action: "Open another connection for another login." },
  /** The role of the actor does not allow this. Do not repeat. */
  FORBIDDEN: { code: 'FORBIDDEN', retriable: false, unsubmitted: false, http: 403, next: 'stop', closeCode: null, meaning: "The role of the actor does not allow this.", action: "Do not repeat." },
  /** The actor or target does not belong to the conversation. Do not repeat. */
  NOT_A_MEMBER: { code: 'NOT_A_MEMBER', retriable: false, unsubmitted: false, http: 403, next: 'stop', closeCode: null, meaning: "The actor or target does not belong to the conversation.", action: "Do not repeat." },
  /** There is no such conversation. Do not repeat. */
  CONVERSATION_NOT_FOUND: { code: 'CONVERSATION_NOT_FOUND', retriable: false, unsubmitted: false, http: 404, next: 'stop', closeCode: null, meaning: "There is no such conversation.", action: "Do not repeat." },
  /** There is no message at this place of the conversation, or another one. Name a message by conversation, seq and message id, as it was shown. */
  MESSAGE_NOT_FOUND: { code: 'MESSAGE_NOT_FOUND', retriable: false, unsubmitted: false, http: 404, next: 'stop', closeCode: null, meaning: "There is no message at this place of the conversation, or another one.", action: "Name a message by conversation, seq and message id, as it was shown." },
  /** The message was taken away from everyone. Do not repeat. */
  MESSAGE_REMOVED: { code: 'MESSAGE_REMOVED', retriable: false, unsubmitted: false, http: 409, next: 'stop', closeCode: null, meaning: "The message was taken away from everyone.", action: "Do not repeat." },
  /** The time in which an author may change or take back a message is over. Do not repeat; the detail names the limit. */
  TOO_LATE: { code: 'TOO_LATE', retriable: false, unsubmitted: false, http: 409, next: 'stop', closeCode: null, meaning: "The time in which an author may change or take back a message is over.", action: "Do not repeat; the detail names the limit." },
  /** There is no such user in this app. Do not repeat. */
  USER_NOT_FOUND: { code: 'USER_NOT_FOUND', retriable: false, unsubmitted: false, http: 404, next: 'stop', closeCode: null, meaning: "There is no such user in this app.", action: "Do not repeat." },
  /** This user may not be written to, or put into groups, by the actor; which of several reasons it has is told to nobody. Do not repeat. */
  NOT_REACHABLE: { code: 'NOT_REACHABLE', retriable: false, unsubmitted: false, http: 403, next: 'stop', closeCode: null, meaning: "This user may not be written to, or put into groups, by the actor; which of several reasons it has is told to nobody.", action: "Do not repeat." },
  /** There is no such request, or it has expired, was answered, taken back or overtaken. Ask for the list of requests again. */
  REQUEST_NOT_FOUND: { code: 'REQUEST_NOT_FOUND', retriable: false, unsubmitted: false, http: 404, next: 'stop', closeCode: null, meaning: "There is no such request, or it has expired, was answered, taken back or overtaken.", action: "Ask for the list of requests again." },
  /** There is no such app on this deployment. Check the app id; operators list apps in SKEIN_APPS. */
  APP_NOT_FOUND: { code: 'APP_NOT_FOUND', retriable: false, unsubmitted: false, http: 404, next: 'stop', closeCode: null, meaning: "There is no such app on this deployment.", action: "Check the app id; operators list apps in SKEIN_APPS." },
  /** The actor may say nothing in this group for a while; detail says until when, ms since the epoch. Do not repeat; a new message may be sent when it is over. */
  MUTED: { code: 'MUTED', retriable: false, unsubmitted: false, http: 403, next: 'stop', closeCode: null, meaning: "The actor may say nothing in this group for a while; detail says until when, ms since the epoch.", action: "Do not repeat; a new message may be sent when it is over." },
  /** Members of this group send one message in so many milliseconds; detail says how many, and when the next may be sent. Do not repeat; a new message may be sent when it is time. */
  SLOW_MODE: { code: 'SLOW_MODE', retriable: false, unsubmitted: false, http: 429, next: 'stop', closeCode: null, meaning: "Members of this group send one message in so many milliseconds; detail says how many, and when the next may be sent.", action: "Do not repeat; a new message may be sent when it is time." },
  /** An aggregate with this id exists already, made by another intent. Choose another id. */
  ALREADY_EXISTS: { code: 'ALREADY_EXISTS', retriable: false, unsubmitted: false, http: 409, next: 'stop', closeCode: null, meaning: "An aggregate with this id exists already, made by another intent.", action: "Choose another id." },
  /** The user name belongs to somebody else. Choose another name. */
  NAME_TAKEN: { code: 'NAME_TAKEN', retriable: false, unsubmitted: false, http: 409, next: 'stop', closeCode: null, meaning: "The user name belongs to somebody else.", action: "Choose another name." },
  /** User name and password do not fit. Ask the user again. */
  CREDENTIALS_INVALID: { code: 'CREDENTIALS_INVALID', retriable: false, unsubmitted: false, http: 401, next: 'stop', closeCode: null, meaning: "User name and password do not fit.", action: "Ask the user again." },
  /** The owner of a group with other members must hand it over first. Change the role of another member to owner, then leave. */
  OWNER_CANNOT_LEAVE: { code: 'OWNER_CANNOT_LEAVE', retriable: false, unsubmitted: false, http: 409, next: 'stop', closeCode: null, meaning: "The owner of a group with other members must hand it over first.", action: "Change the role of another member to owner, then leave." },
  /** The group would have more members than the limit. Add fewer members. */
  GROUP_FULL: { code: 'GROUP_FULL', retriable: false, unsubmitted: false, http: 409, next: 'stop', closeCode: null, meaning: "The group would have more members than the limit.", action: "Add fewer members." },
  /** The clientMessageId or clientRequestId was used before for something else. Make a new id. */
  ID_REUSED: { code: 'ID_REUSED', retriable: false, unsubmitted: false, http: 409, next: 'stop', closeCode: null, meaning: "The clientMessageId or clientRequestId was used before for something else.", action: "Make a new id." },
  /** A field has a value that is not allowed; detail names it. Correct the field. */
  INVALID_ARGUMENT: { code: 'INVALID_ARGUMENT', retriable: false, unsubmitted: false, http: 400, next: 'stop', closeCode: null, meaning: "A field has a value that is not allowed; detail names it.", action: "Correct the field." },
  /** Body, packet or list is larger than its limit; detail names the limit. Send less. */
  TOO_LARGE: { code: 'TOO_LARGE', retriable: false, unsubmitted: false, http: 413, next: 'stop', closeCode: null, meaning: "Body, packet or list is larger than its limit; detail names the limit.", action: "Send less." },
  /** The bytes are not a packet, or its body does not parse. Close, and correct the client. */
  MALFORMED_PACKET: { code: 'MALFORMED_PACKET', retriable: false, unsubmitted: false, http: 400, next: 'stop', closeCode: 4010, meaning: "The bytes are not a packet, or its body does not parse.", action: "Close, and correct the client." },
  /** The packet version is not spoken here. Update the client. */
  UNSUPPORTED_VERSION: { code: 'UNSUPPORTED_VERSION', retriable: false, unsubmitted: false, http: 400, next: 'stop', closeCode: 4011, meaning: "The packet version is not spoken here.", action: "Update the client." },
  /** There is no such service or command. Do not repeat. */
  UNKNOWN_COMMAND: { code: 'UNKNOWN_COMMAND', retriable: false, unsubmitted: false, http: 404, next: 'stop', closeCode: null, meaning: "There is no such service or command.", action: "Do not repeat." },
  /** The packet header announces more bytes than the limit. Send less. */
  PACKET_TOO_LARGE: { code: 'PACKET_TOO_LARGE', retriable: false, unsubmitted: false, http: 400, next: 'stop', closeCode: 4012, meaning: "The packet header announces more bytes than the limit.", action: "Send less." },
  /** The connection did not log in in time. Reconnect and log in. */
  AUTHENTICATION_TIMEOUT: { code: 'AUTHENTICATION_TIMEOUT', retriable: true, unsubmitted: false, http: 503, next: 'backOff', closeCode: 4020, meaning: "The connection did not log in in time.", action: "Reconnect and log in." },
  /** Nothing was heard from the client for longer than the heartbeat allows. Reconnect. */
  HEARTBEAT_TIMEOUT: { code: 'HEARTBEAT_TIMEOUT', retriable: true, unsubmitted: false, http: 503, next: 'reconnect', closeCode: 4021, meaning: "Nothing was heard from the client for longer than the heartbeat allows.", action: "Reconnect." },
  /** The client does not read what is sent to it. Reconnect and sync. */
  SLOW_READER: { code: 'SLOW_READER', retriable: true, unsubmitted: false, http: 503, next: 'reconnect', closeCode: 4022, meaning: "The client does not read what is sent to it.", action: "Reconnect and sync." },
  /** More connections of this user, address or node than allowed. Back off, then reconnect. */
  TOO_MANY_CONNECTIONS: { code: 'TOO_MANY_CONNECTIONS', retriable: true, unsubmitted: false, http: 503, next: 'backOff', closeCode: 4023, meaning: "More connections of this user, address or node than allowed.", action: "Back off, then reconnect." },
  /** The node is shutting down. Reconnect to another gateway now. */
  GOING_AWAY: { code: 'GOING_AWAY', retriable: true, unsubmitted: false, http: 503, next: 'reconnect', closeCode: 4030, meaning: "The node is shutting down.", action: "Reconnect to another gateway now." },
  /** The same device logged in on another connection. Stop; do not reconnect by yourself. */
  REPLACED: { code: 'REPLACED', retriable: false, unsubmitted: false, http: 401, next: 'stop', closeCode: 4031, meaning: "The same device logged in on another connection.", action: "Stop; do not reconnect by yourself." },
  /** The device session was ended. Stop; log in again. */
  LOGGED_OUT: { code: 'LOGGED_OUT', retriable: false, unsubmitted: false, http: 401, next: 'stop', closeCode: 4032, meaning: "The device session was ended.", action: "Stop; log in again." },
  /** A fault of the server; it is in its log with the command id. Report it with the command id. */
  INTERNAL: { code: 'INTERNAL', retriable: false, unsubmitted: false, http: 500, next: 'backOff', closeCode: 4500, meaning: "A fault of the server; it is in its log with the command id.", action: "Report it with the command id." },
  /** The group was dismissed: it can be read, and nothing happens in it any more. Do not repeat. */
  GROUP_DISMISSED: { code: 'GROUP_DISMISSED', retriable: false, unsubmitted: false, http: 409, next: 'stop', closeCode: null, meaning: "The group was dismissed: it can be read, and nothing happens in it any more.", action: "Do not repeat." },
  /** The conversation is a live room: what is said in it is told to those who follow it, and stored nowhere. Do not repeat; send a signal. */
  LIVE_ROOM: { code: 'LIVE_ROOM', retriable: false, unsubmitted: false, http: 409, next: 'stop', closeCode: null, meaning: "The conversation is a live room: what is said in it is told to those who follow it, and stored nowhere.", action: "Do not repeat; send a signal." },
  /** There is no invitation of this user to the group that counts: it was answered, is too old, was overtaken by another way in, or never was. Ask for another invitation. */
  NOT_INVITED: { code: 'NOT_INVITED', retriable: false, unsubmitted: false, http: 404, next: 'stop', closeCode: null, meaning: "There is no invitation of this user to the group that counts: it was answered, is too old, was overtaken by another way in, or never was.", action: "Ask for another invitation." },
  /** Nobody, or not this user, may ask to join: there is no such group, it lets in only whom it invites, or it has banned them. Ask somebody in the group for an invitation. */
  NOT_JOINABLE: { code: 'NOT_JOINABLE', retriable: false, unsubmitted: false, http: 404, next: 'stop', closeCode: null, meaning: "Nobody, or not this user, may ask to join: there is no such group, it lets in only whom it invites, or it has banned them.", action: "Ask somebody in the group for an invitation." },
  /** Nobody, or not this user, joins by this link: it was revoked, is too old, was used as often as it may be, or never was. Ask for another link. */
  LINK_INVALID: { code: 'LINK_INVALID', retriable: false, unsubmitted: false, http: 404, next: 'stop', closeCode: null, meaning: "Nobody, or not this user, joins by this link: it was revoked, is too old, was used as often as it may be, or never was.", action: "Ask for another link." },
  /** The user is banned from the group. Lift the ban first. */
  USER_BANNED: { code: 'USER_BANNED', retriable: false, unsubmitted: false, http: 403, next: 'stop', closeCode: null, meaning: "The user is banned from the group.", action: "Lift the ban first." },
} as const satisfies Record<string, CatalogueEntry>

export type ErrorCode = keyof typeof errorCatalogue
