const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as they are written in HTML, in a text or in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** Words as they are written in one cell of a Markdown table: nothing in them is markup, and nothing ends the cell. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]|~#&<>]/g, (mark) => marks[mark] ?? `\\${mark}`).replace(/\s+/g, ' ');
