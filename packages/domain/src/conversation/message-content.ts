// What a message may contain. The body is opaque: its size is checked and never its bytes.
import type { Attachment, SendMessage } from '@skein/contracts'
import { isUuid } from '@skein/contracts'
import { beyond, firstFault, type Refusal, reject } from '../decision.ts'
import { limits } from '../limits.ts'
import { isCount, isText } from '../text.ts'

/** Why a message is refused whatever the conversation; null when it is fine. */
export function faultOfContent({ messageId, body, replyTo, attachments }: SendMessage): Refusal | null {
  if (body.bytes.length > limits.bodyBytesMax) return reject('TOO_LARGE', beyond('bodyBytesMax', body.bytes.length))
  if (attachments.length > limits.attachmentsMax) return reject('TOO_LARGE', beyond('attachmentsMax', attachments.length))
  const fault = firstFault({
    messageId: isUuid(messageId),
    'body.contentType': isText(body.contentType, 1, limits.contentTypeCharsMax),
    'body.encoding': isText(body.encoding, 0, limits.encodingCharsMax),
    'body.keyId': isText(body.keyId, 0, limits.keyIdCharsMax),
    replyTo: isCount(replyTo),
  })
  const at = attachments.findIndex((attachment) => !isAttachment(attachment))
  return fault ?? (at < 0 ? null : reject('INVALID_ARGUMENT', `attachments[${at}]`))
}

const isAttachment = ({ url, name, contentType, size }: Attachment): boolean =>
  isText(url, 1, limits.attachmentUrlCharsMax) &&
  isText(name, 0, limits.attachmentNameCharsMax) &&
  isText(contentType, 0, limits.contentTypeCharsMax) &&
  isCount(size)
