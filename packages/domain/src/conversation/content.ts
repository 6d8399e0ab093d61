// What a message may contain. The body is opaque: its size is checked and never its bytes.
import type { Attachment, Body } from '@skein/contracts'
import { isCount } from '@skein/contracts'
import { limits } from '../limits.ts'
import { beyond, firstFault, type Refusal, reject } from '../refusal.ts'
import { isText } from '../text.ts'

/** Why a body is refused whatever the conversation; null when it is fine. */
export function faultOfBody({ bytes, contentType, encoding, keyId }: Body): Refusal | null {
  if (bytes.length > limits.bodyBytesMax) return reject('TOO_LARGE', beyond('bodyBytesMax', bytes.length))
  return firstFault({
    'body.contentType': isText(contentType, 1, limits.contentTypeCharsMax),
    'body.encoding': isText(encoding, 0, limits.encodingCharsMax),
    'body.keyId': isText(keyId, 0, limits.keyIdCharsMax),
  })
}

/** The same for all that a message consists of. */
export function faultOfContent(body: Body, attachments: readonly Attachment[]): Refusal | null {
  if (attachments.length > limits.attachmentsMax) return reject('TOO_LARGE', beyond('attachmentsMax', attachments.length))
  const fault = faultOfBody(body)
  const at = attachments.findIndex((attachment) => !isAttachment(attachment))
  return fault ?? (at < 0 ? null : reject('INVALID_ARGUMENT', `attachments[${at}]`))
}

const isAttachment = ({ url, name, contentType, size }: Attachment): boolean =>
  isText(url, 1, limits.attachmentUrlCharsMax) &&
  isText(name, 0, limits.attachmentNameCharsMax) &&
  isText(contentType, 0, limits.contentTypeCharsMax) &&
  isCount(size)
