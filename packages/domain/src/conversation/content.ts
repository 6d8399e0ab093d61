// What a message may contain. The body is opaque: its size is checked and never its bytes.
import type { Attachment, Body } from '@skein/contracts'
import { isCount } from '@skein/contracts'
import { limits } from '../limits.ts'
import { beyond, firstFault, type Refusal, reject } from '../refusal.ts'
import { isFileName, isHeaderText, isWebAddress } from '../text.ts'

/** Why a body is refused whatever the conversation; null when it is fine. */
export function faultOfBody({ bytes, contentType, encoding, keyId }: Body): Refusal | null {
  if (bytes.length > limits.bodyBytesMax) return reject('TOO_LARGE', beyond('bodyBytesMax', bytes.length))
  return firstFault({
    'body.contentType': isHeaderText(contentType, 1, limits.contentTypeCharsMax),
    'body.encoding': isHeaderText(encoding, 0, limits.encodingCharsMax),
    'body.keyId': isHeaderText(keyId, 0, limits.keyIdCharsMax),
  })
}

/** The same for all that a message consists of. */
export function faultOfContent(body: Body, attachments: readonly Attachment[]): Refusal | null {
  if (attachments.length > limits.attachmentsMax) return reject('TOO_LARGE', beyond('attachmentsMax', attachments.length))
  const fault = faultOfBody(body)
  if (fault !== null) return fault
  for (const [at, attachment] of attachments.entries()) {
    const own = faultOfAttachment(attachment, `attachments[${at}].`)
    if (own !== null) return own
  }
  return null
}

const faultOfAttachment = ({ url, name, contentType, size }: Attachment, prefix: string): Refusal | null =>
  firstFault(
    {
      url: isWebAddress(url, limits.attachmentUrlCharsMax),
      name: isFileName(name, limits.attachmentNameCharsMax),
      contentType: isHeaderText(contentType, 0, limits.contentTypeCharsMax),
      size: isCount(size),
    },
    prefix,
  )
