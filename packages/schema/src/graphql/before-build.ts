import SchemaBuilder, { BasePlugin, type SchemaTypes } from '@pothos/core';

const steps: (() => void)[] = [];

/** Has something done when every type has said what it shows, and before the schema is made of them. */
export const beforeBuild = (step: () => void): void => void steps.push(step);

/** Does the steps, once: what they add stays with the builder. */
class StepsBeforeBuild<Types extends SchemaTypes> extends BasePlugin<Types> {
  override beforeBuild(): void {
    this.builder.configStore.prepareForBuild();
    for (const step of steps.splice(0)) step();
  }
}

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      stepsBeforeBuild: StepsBeforeBuild<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('stepsBeforeBuild', StepsBeforeBuild);
