// The key of those who operate the deployment: it stands above every app. Compared in a time that says nothing about it.
import { createHash, timingSafeEqual } from 'node:crypto'

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

export const isOperatorKey = (given: string, key: string): boolean => timingSafeEqual(digestOf(given), digestOf(key))
