/** A page number on a line of its own: `-3-`, `— 3 —`, `第 3 页 共 5 页`. */
const pageNumber =
  /^(?:[-－—–―·]{1,3}\s*\d{1,3}\s*[-－—–―·]{1,3}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?)$/;

/** Whether a line without the blanks around it is only the number of a page. */
export const isPageNumber = (line: string): boolean => line.length <= 20 && pageNumber.test(line);
