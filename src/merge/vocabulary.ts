import { BLOCK_ROLES } from '../model/block.ts';
import { LABELS } from '../model/labels.ts';
import { HELPER_NAMES, HELPERS, type HelperForm, usageOf } from './helper-forms.ts';
import { CONTEXT, type Shape } from './shape.ts';
import { type CompiledTemplate, type TemplateSet, withPartials } from './template.ts';
import type { TemplateUse } from './template-walk.ts';

/** All that a template may name. */
export interface Vocabulary {
  /** `appeal.title`, `target.email[]`, `events[].when`. */
  readonly fields: readonly string[];
  readonly helpers: readonly {
    readonly usage: string;
    readonly prints: string;
    readonly choices: readonly string[];
  }[];
  readonly partials: readonly string[];
  readonly labels: readonly string[];
  readonly roles: readonly string[];
}

/** What the templates of a set may name. */
export function vocabularyOf(templates: TemplateSet): Vocabulary {
  return {
    fields: fieldsOf(CONTEXT, ''),
    helpers: HELPER_NAMES.map((name) => {
      const { prints, choices = [] }: HelperForm = HELPERS[name];
      return { usage: usageOf(name), prints, choices: choices === LABELS ? [] : choices };
    }),
    partials: templates.names.flatMap((name) =>
      name.startsWith('partials/') ? [name.slice('partials/'.length)] : [],
    ),
    labels: LABELS,
    roles: BLOCK_ROLES.filter((role) => role !== 'body'),
  };
}

/** What a template names, with the partials in it: each once. */
export function usesOf(template: CompiledTemplate, templates: TemplateSet): TemplateUse {
  const all = withPartials(template, templates).used.map(({ uses }) => uses);
  const each = (key: keyof TemplateUse) => [...new Set(all.flatMap((uses) => uses[key]))];
  return {
    fields: each('fields'),
    helpers: each('helpers'),
    labels: each('labels'),
    partials: each('partials'),
  };
}

function fieldsOf(shape: Shape, path: string): string[] {
  switch (shape.kind) {
    case 'value':
      return [path];
    case 'list':
      return fieldsOf(shape.item, `${path}[]`);
    case 'record':
      return Object.entries(shape.fields).flatMap(([name, inner]) =>
        fieldsOf(inner, path === '' ? name : `${path}.${name}`),
      );
  }
}
