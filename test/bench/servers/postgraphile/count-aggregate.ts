declare global {
  namespace GraphileBuild {
    interface AggregateSpecIds {
      count: true;
    }
  }
}

/** The aggregates plugin counts different values alone, which costs more than to count rows as the others do: a plugin adds that, as its manual says. */
export const countAggregate: GraphileConfig.Plugin = {
  name: 'CountAggregate',
  after: ['PgAggregatesSpecsPlugin'],
  schema: {
    hooks: {
      build(build) {
        const { sql, dataplanPg, pgAggregateSpecs } = build;
        if (!sql || !dataplanPg || !pgAggregateSpecs) throw new Error('The aggregates plugin has not run yet.');
        pgAggregateSpecs.push({
          id: 'count',
          humanLabel: 'count',
          HumanLabel: 'Count',
          isSuitableType: () => true,
          sqlAggregateWrap: (value) => sql`count(${value})`,
          pgTypeCodecModifier: () => dataplanPg.TYPES.bigint,
          isNonNull: true,
        });
        return build;
      },
    },
  },
};
