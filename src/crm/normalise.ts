/** Comparison forms of names, phones, e-mails and company codes (C-04): what two spellings of one thing have in common. */

/** Full-width forms narrowed, case and accents folded, punctuation and spaces gone. */
export const bareText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Legal forms at the end of a company's name; longer ones first. */
const legalForms: readonly string[] = [
  '有限责任公司',
  '有限責任公司',
  '股份有限公司',
  '集团有限公司',
  '集團有限公司',
  '有限公司',
  '股份公司',
  '分公司',
  '集团',
  '集團',
  '公司',
  'incorporated',
  'corporation',
  'company',
  'limited',
  'holdings',
  'group',
  'gmbh',
  'corp',
  'inc',
  'ltd',
  'llc',
  'llp',
  'plc',
  'pty',
  'bv',
  'ag',
  'sa',
  'co',
];

/**
 * A name without its legal form, its words in alphabetical order (`Acme Co., Ltd.` and `ACME` are one, so are `Li Wei` and
 * `Wei Li`).
 */
export function companyKey(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  while (words.length > 1 && legalForms.includes(words.at(-1)!)) words.pop();
  return withoutForms(bareText(words.sort().join('')));
}

const chineseForms = legalForms.filter((form) => /\p{Script=Han}/u.test(form));

/** Chinese forms stand in a row (`集团` + `股份有限公司`), and one company is written with one or with both. */
function withoutForms(name: string): string {
  const form = chineseForms.find((candidate) => name.endsWith(candidate) && name !== candidate);
  return form ? withoutForms(name.slice(0, -form.length)) : name;
}

const chinaPrefix = /^(?:(?:\+|00)86|86(?=\D))\D*/;
const namedExtension = /(?:ext|x|转|轉|分机|分機).*$/i;
/** Area code and subscriber are complete, so what a dash adds is an extension (021-5555 1111-801). */
const dashedExtension = /^(\(?0?\d{2,3}\)?[-\s]*\d{3,4}[-\s]?\d{4})\s*-\s*\d{1,5}$/;

/** Digits of a phone number without country code (+86) and trunk zero; '' when there are too few to tell people apart. */
export function phoneKey(phone: string): string {
  const digits = phone
    .normalize('NFKC')
    .replace(/\p{Dash}/gu, '-')
    .trim()
    .replace(chinaPrefix, '')
    .replace(namedExtension, '')
    .replace(dashedExtension, '$1')
    .replace(/\D+/g, '');
  const national = digits.replace(/^(?:00)?86(?=\d{9,})/, '').replace(/^0+/, '');
  return national.length >= 7 ? national : '';
}

export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Unified social credit code in capitals, or '' when it is none. */
export const creditCodeKey = (code: string): string => {
  const text = code.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  return isCreditCode(text) ? text : '';
};

/** Whether the 18 characters with their check digit are a unified social credit code (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  const values = [...code].map((character) => codeAlphabet.indexOf(character));
  if (values.includes(-1)) return false;
  const sum = codeWeights.reduce((total, weight, at) => total + weight * values[at]!, 0);
  return (31 - (sum % 31)) % 31 === values[17];
}
