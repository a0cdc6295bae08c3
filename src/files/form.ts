/** What a file is by its first bytes. What is none of the others may be text. */
export type Form =
  | 'zip'
  | 'compound'
  | 'parquet'
  | 'closed parquet'
  | 'gzip'
  | 'xml workbook'
  | 'broken xml workbook'
  | 'text';

const SIGNATURES: readonly (readonly [Form, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['zip', [0x50, 0x4b, 0x07, 0x08]],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['closed parquet', [0x50, 0x41, 0x52, 0x45]],
  ['gzip', [0x1f, 0x8b, 0x08]],
];

/** What Excel 2003 names in the first lines of a workbook that it saves as XML. */
const XML_WORKBOOK = 'urn:schemas-microsoft-com:office:spreadsheet';

/** Takes a file; gives its form by its bytes, whatever it is named. */
export async function formOf(file: Blob): Promise<Form> {
  const start = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
  const end = new Uint8Array(await file.slice(-4).arrayBuffer());
  for (const [form, bytes] of SIGNATURES) {
    if (!bytes.every((byte, place) => start[place] === byte)) continue;
    // “PAR1” may be how a text begins: a Parquet file ends in it too.
    if (form.endsWith('parquet') && !bytes.every((byte, place) => end[place] === byte)) continue;
    return form;
  }
  const opening = new TextDecoder('latin1').decode(start).replaceAll('\0', '');
  if (!opening.includes('<?xml') || !opening.includes(XML_WORKBOOK)) return 'text';
  const closing = await file.slice(-256).text();
  return closing.replaceAll('\0', '').includes('</Workbook>')
    ? 'xml workbook'
    : 'broken xml workbook';
}
