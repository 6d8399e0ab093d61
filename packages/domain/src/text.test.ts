// Story: a group was named by a blank and looked like none; a display name turned the line around that it stood in, and "gnp.exe" was shown as
// a picture; a content type with a line break would have become a header of whoever passed it on; an attachment was a script. Which texts are
// shown, or become part of a header or a link, is decided here, in one place for servers and terminals.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPlainLine, plainLine } from '@skein/contracts'
import { isFileName, isHeaderText, isShownName, isText, isWebAddress } from './text.ts'

const unseen = ['\0', '\n', '\r', '\t', '\u001b[2J', '\u009b31m', '\u200b', '\u200e', '\u202e', '\u2066', '\ufeff', '\u2028', '\ud800']

test('a name can be read: nothing in it is obeyed, turned around or not seen', () => {
  for (const one of unseen) {
    assert.equal(isShownName(`Te${one}am`, 100), false, JSON.stringify(one))
    assert.equal(isFileName(`a${one}.png`, 100), false, JSON.stringify(one))
    assert.equal(isPlainLine(one), false)
    assert.equal(isPlainLine(plainLine(`Te${one}am`)), true, JSON.stringify(one))
  }
  for (const blank of ['', ' ', '\u00a0\u3000 ', '\u3164', '\u2800', '\u200d'])
    assert.equal(isShownName(blank, 100), false, JSON.stringify(blank))
  assert.equal(isFileName('', 100), true)
  const names = ['Ann B.', 'Übersicht', '汉语', 'שלום', 'می‌خواهم', '👩‍👩‍👧‍👦', "O'Neil <ann@x>", 'e\u0301']
  for (const name of names) assert.deepEqual([isShownName(name, 100), plainLine(name)], [true, name])
  assert.equal(isShownName('x'.repeat(101), 100), false)
})

test('what becomes part of a header is printable ASCII, and no more than a line of it', () => {
  for (const type of ['text/plain', 'text/plain; charset=utf-8', 'application/vnd.x+json', 'multipart/x; a="b c"', 'gzip'])
    assert.equal(isHeaderText(type, 1, 100), true, type)
  for (const type of ['', ' ', 'text/plain\r\nx: y', 'text/plain\0', ' text/plain', 'text/plain ', 'tëxt', 'a\u202eb', 'a\u007f'])
    assert.equal(isHeaderText(type, 1, 100), false, JSON.stringify(type))
})

test('a file is fetched from the web, and nothing is run or read where its reader is', () => {
  for (const url of ['https://files.example/a%20b.png?c=d#e', 'http://[::1]:8080/', 'HTTPS://x'])
    assert.equal(isWebAddress(url, 100), true, url)
  const others = [
    '',
    'u',
    '//x/y',
    'https://',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://x',
    ' https://x',
    'https://x y',
  ]
  for (const url of [...others, 'https://x\r\ny', 'java\nscript:x', 'https://ex\u202eample'])
    assert.equal(isWebAddress(url, 100), false, JSON.stringify(url))
})

test('any other text is stored as it is, if it can be', () => {
  assert.equal(isText('a\u202eb', 0, 10), true)
  for (const bad of ['a\0b', '\ud800', 'x\udc00y']) assert.equal(isText(bad, 0, 10), false)
})
