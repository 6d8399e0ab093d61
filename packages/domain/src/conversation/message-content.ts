// What a message may contain. The body is opaque: its size is checked and never its bytes.
import type { Attachment, ErrorCode, SendMessage } from '@skein/contracts'
import { isUuid } from '@skein/contracts'
import { limits } from '../limits.ts'
import { isCount, isText } from '../text.ts'

/** Why a message is refused whatever the conversation; null when it is fine. */
export function faultOfContent({ messageId, contentHash, body, replyTo, attachments }: SendMessage): ErrorCode | null {
  if (body.bytes.length > limits.bodyBytesMax || attachments.length > limits.attachmentsMax) return 'TOO_LARGE'
  const valid =
    isUuid(messageId) &&
    contentHash.length === limits.contentHashBytes &&
    isText(body.contentType, 1, limits.contentTypeCharsMax) &&
    isText(body.encoding, 0, limits.encodingCharsMax) &&
    isText(body.keyId, 0, limits.keyIdCharsMax) &&
    isCount(replyTo) &&
    attachments.every(isAttachment)
  return valid ? null : 'INVALID_ARGUMENT'
}

const isAttachment = ({ url, name, contentType, size }: Attachment): boolean =>
  isText(url, 1, limits.attachmentUrlCharsMax) &&
  isText(name, 0, limits.attachmentNameCharsMax) &&
  isText(contentType, 0, limits.contentTypeCharsMax) &&
  isCount(size)
