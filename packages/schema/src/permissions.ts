import { type GraphQLFieldResolver, type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, deny, type Rule, shield } from './access/shield.ts';
import { activityRules } from './activity/activity.rules.ts';
import { agencyRules } from './agency/agency.rules.ts';
import { auditRules } from './audit/audit.rules.ts';
import { calendarRules } from './calendar/calendar.rules.ts';
import { centreRules } from './centre/centre.rules.ts';
import { committeeRules } from './committee/committee.rules.ts';
import { declarationRules } from './declaration/declaration.rules.ts';
import { delegationRules } from './delegation/delegation.rules.ts';
import { findingRules } from './finding/finding.rules.ts';
import { frameworkRules } from './framework/framework.rules.ts';
import { giftRules } from './gift/gift.rules.ts';
import { glossaryRules } from './glossary/glossary.rules.ts';
import { declaredActs } from './graphql/acts/declared-acts.ts';
import { groupingTypes } from './graphql/grouping/group-object.ts';
import { guidelineRules } from './guideline/guideline.rules.ts';
import { internalAuditRules } from './internal-audit/internal-audit.rules.ts';
import { itaRules } from './ita/ita.rules.ts';
import { libraryRules } from './library/library.rules.ts';
import { lifecycleRules } from './lifecycle/lifecycle.rules.ts';
import { membershipRules } from './membership/membership.rules.ts';
import { methodRules } from './method/method.rules.ts';
import { oitRules } from './oit/oit.rules.ts';
import { planRules } from './plan/plan.rules.ts';
import { publicationRules } from './publication/publication.rules.ts';
import { reportRules } from './report/report.rules.ts';
import { riskRules } from './risk/risk.rules.ts';
import { savedRules } from './saved/saved.rules.ts';
import { searchRules } from './search/search.rules.ts';
import { similarRules } from './similar/similar.rules.ts';
import { swotRules } from './swot/swot.rules.ts';
import { trustedRules } from './trusted/trusted.rules.ts';
import { verdictRules } from './verdict/verdict.rules.ts';
import { viewerRules } from './viewer/viewer.rules.ts';

type TypeRules = Rule | Readonly<Record<string, Rule>>;

const slices: readonly Readonly<Record<string, TypeRules>>[] = [
  activityRules,
  committeeRules,
  publicationRules,
  agencyRules,
  auditRules,
  calendarRules,
  centreRules,
  declarationRules,
  delegationRules,
  findingRules,
  frameworkRules,
  giftRules,
  oitRules,
  glossaryRules,
  guidelineRules,
  internalAuditRules,
  itaRules,
  libraryRules,
  lifecycleRules,
  membershipRules,
  methodRules,
  planRules,
  reportRules,
  riskRules,
  searchRules,
  savedRules,
  similarRules,
  swotRules,
  trustedRules,
  verdictRules,
  viewerRules,
];

/** Rules of a field that every type with it has; a type's own rule of that field comes first. */
const EVERY_TYPE = '*';

/** What several slices add to, each its own fields. */
const shared = new Set(['Query', 'Mutation', 'Subscription', EVERY_TYPE]);

/** The rules of mutations, as their acts declare them. */
const rulesOfActs = () => ({ Mutation: Object.fromEntries([...declaredActs].map(([name, { by }]) => [name, by])) });

/** The rules of all slices as one table: type, then field. Two slices that rule the same type or field are a mistake. */
function mergeRules(): Map<string, Map<string, Rule>> {
  const merged = new Map<string, Map<string, Rule>>();
  for (const slice of [...slices, rulesOfActs()]) {
    for (const [type, rules] of Object.entries(slice)) {
      const fields = merged.get(type) ?? new Map<string, Rule>();
      if (merged.has(type) && !shared.has(type)) throw new Error(`${type} is ruled by two slices.`);
      for (const [field, each] of isFieldMap(rules) ? Object.entries(rules) : [['*', rules] as const]) {
        if (fields.has(field)) throw new Error(`${type}.${field} is ruled twice.`);
        fields.set(field, each);
      }
      merged.set(type, fields);
    }
  }
  return merged;
}

const isFieldMap = (rules: TypeRules): rules is Readonly<Record<string, Rule>> => !('resolve' in rules);

/** Connections, edges, payloads, groups and what they are made of hold nothing that their field and their nodes do not rule. */
const isPlumbing = (type: string): boolean =>
  /(Connection|Edge|Payload)$/.test(type) ||
  ['PageInfo', 'ItemError', 'FieldProblem'].includes(type) ||
  groupingTypes.has(type);

/** The rule in force for every field of every object type; a type or root field without one is refused at start. */
export function effectiveRules(schema: GraphQLSchema): Map<string, Map<string, Rule>> {
  const rules = mergeRules();
  const everywhere = rules.get(EVERY_TYPE) ?? new Map<string, Rule>();
  const unused = new Set(everywhere.keys());
  const effective = new Map<string, Map<string, Rule>>();
  const unruled: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const given = rules.get(type.name) ?? (isPlumbing(type.name) ? new Map([['*', allow]]) : new Map<string, Rule>());
    const fields = new Map<string, Rule>();
    for (const field of Object.keys(type.getFields())) {
      if (everywhere.has(field)) unused.delete(field);
      const each = given.get(field) ?? everywhere.get(field) ?? given.get('*');
      if (!each) unruled.push(`${type.name}.${field}`);
      fields.set(field, each ?? deny);
    }
    for (const field of given.keys())
      if (field !== '*' && !fields.has(field)) unruled.push(`${type.name}.${field} (no such field)`);
    effective.set(type.name, fields);
  }
  for (const type of rules.keys())
    if (type !== EVERY_TYPE && !effective.has(type)) unruled.push(`${type} (no such object type)`);
  for (const field of unused) unruled.push(`${EVERY_TYPE}.${field} (no such field)`);
  if (unruled.length > 0) throw new Error(`Give these a rule in their slice's rules file: ${unruled.join(', ')}`);
  return effective;
}

type Resolver = GraphQLFieldResolver<unknown, unknown>;
type Guard = (next: Resolver, ...args: Parameters<Resolver>) => unknown;
type Middleware = Readonly<Record<string, Readonly<Record<string, Guard | undefined>>>>;

/** Guards a schema: denied unless a rule allows. Fields that anybody may read are left unwrapped, so that they cost nothing. */
export function guard(schema: GraphQLSchema): GraphQLSchema {
  const guarded = [...effectiveRules(schema)]
    .map(([type, fields]) => [type, [...fields].filter(([, each]) => each !== allow)] as const)
    .filter(([, fields]) => fields.length > 0);
  const tree = Object.fromEntries(guarded.map(([type, fields]) => [type, Object.fromEntries(fields)]));
  const middleware = shield(tree, { fallbackRule: deny, allowExternalErrors: true }).generate(schema) as Middleware;
  const pruned = Object.fromEntries(
    guarded.map(([type, fields]) => [
      type,
      Object.fromEntries(fields.map(([field]) => [field, middleware[type]?.[field]])),
    ]),
  );
  return guardSources(applyMiddleware(schema, pruned), pruned);
}

/** Shield stands before resolvers, which run at every event: here the same rule also stands before the source of the events. */
function guardSources(schema: GraphQLSchema, { Subscription: rules = {} }: Middleware): GraphQLSchema {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const [rule, open] = [rules[field.name], field.subscribe];
    if (rule && open) field.subscribe = (...args) => rule(open, ...args);
  }
  return schema;
}
