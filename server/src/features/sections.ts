import type { Snapshot } from '../analysis/snapshot.ts';
import type { Span } from '../base/span.ts';
import type { SectionId } from '../template/index.ts';

/** One of the six statutory sections, and where the report has it. */
export interface SectionPlace {
  readonly id: SectionId;
  /** As the form words it: `三、收到和处理政府信息公开申请情况`. */
  readonly label: string;
  /** As the report words it; undefined where the section is missing. */
  readonly heading: string | undefined;
  /** The heading's line; undefined where the section is missing. */
  readonly span: Span | undefined;
}

/** The six statutory sections in their order, present or not. */
export function sections({ report }: Snapshot): readonly SectionPlace[] {
  const { text, recognised, sections: bindings } = report();
  if (!recognised) return [];
  return bindings.map((binding) => {
    const { id, ordinal, heading } = binding.template;
    const label = `${ordinal}、${heading}`;
    if (binding.kind === 'missing') return { id, label, heading: undefined, span: undefined };
    const { span } = binding.heading;
    return { id, label, heading: text.slice(span.from, span.to), span };
  });
}
