import type { OrganKind } from '../report.ts';

/** What a number in prose speaks of. */
export type Subject =
  /** 收到, 受理: may count what was carried in. */
  | 'received'
  /** 新收: counts nothing else. */
  | 'newlyReceived'
  /** Those of the received that came from one kind of applicant. */
  | 'fromPersons'
  | 'fromEnterprises'
  | 'fromResearch'
  | 'fromSocial'
  | 'fromLegal'
  | 'fromOrganisations'
  | 'carriedIn'
  | 'handled'
  /** 办理, 处理: may count what came in or what was finished. */
  | 'processed'
  | 'carriedOut'
  | 'granted'
  | 'partial'
  | 'denied'
  | 'unavailable'
  | 'notProcessed'
  | 'otherOutcome'
  | 'reconsideration'
  | 'litigation'
  | 'directLitigation'
  | 'litigationAfterReconsideration'
  | 'documentsIssued'
  | 'documentsRepealed'
  | 'documentsInForce'
  /** Information published on the organ's own motion; no table counts it. */
  | 'published'
  /** 信息处理费, in 元. */
  | 'processingFee';

/** Who speaks, and of which year. */
export interface Speaker {
  readonly organ: string | undefined;
  readonly organKind: OrganKind;
  readonly year: number | undefined;
}

/** What stands around a number, as far as its meaning depends on it. */
export interface Setting {
  readonly lead: string;
  /** Empty where it leads on to another number. */
  readonly tail: string;
  /** From the last full stop up to the number. */
  readonly sentence: string;
  /** The whole clause, and its part up to the number. */
  readonly clause: string;
  readonly clauseBefore: string;
  /** Whether the passage speaks of applications for disclosure. */
  readonly onRequest: boolean;
  /** Whether the passage stands in section four. */
  readonly inReview: boolean;
  readonly unit: string;
}

/** What was found out; undefined where the words speak of something else, empty where it cannot be told. */
export type Found = readonly Subject[] | undefined;

const open = '(?:政府信息公开|政务信息公开|信息公开|依申请公开|(?<!不予|予以|部分|同意)公开)';

/** How an application for disclosure is named, as a part of a pattern. */
export const request = `(?:${open}(?:政府信息|信息)?的?(?:申请书?|办件))`;

/** Words without weight before a number, as the end of a pattern. */
export const loosely = '(?:的|事项|数量|总数|总量|件数|数|量|共计|合计|总计|共|累计|为|是|有|达|计){0,4}$';
