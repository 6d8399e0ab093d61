// Which characters are not for texts that people are shown as one line, such as names: what a terminal obeys, what turns the order of those
// around, and what nobody sees. One rule for servers, which refuse such names, and for clients, which show none of it.

/** Controls, line and paragraph separators, marks of direction, and blanks of no width; joiners are for emoji and scripts that need them. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u
/** Blank to the eye, whatever their names say. */
const blank = /^[\s\u115f\u1160\u2800\u3164\uffa0\u200c\u200d]*$/u

/** Whether a text reads as it stands, on one line. */
export const isPlainLine = (text: string): boolean => text.isWellFormed() && !unseen.test(text)

/** A text as one line that reads as it stands: a blank for each of the others. */
export const plainLine = (text: string): string => text.toWellFormed().replaceAll(new RegExp(unseen, 'gu'), ' ')

/** Whether a name is one that can be read. */
export const isName = (text: string): boolean => isPlainLine(text) && !blank.test(text)
