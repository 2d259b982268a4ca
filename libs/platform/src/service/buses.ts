import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command, CommandBus, CommandHandler, CqrsModule, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { Rejected } from '@zhitong/kernel';
import type { Kit } from './kit.ts';
import type { UseCase } from './service-definition.ts';

/** Sends an input to the handler of its use case: the single door for gRPC, the importer and tests. */
export interface Buses {
  dispatch(operation: string, input: unknown, kit: Kit): Promise<unknown>;
  close(): Promise<void>;
}

type Message = new (input: unknown, kit: Kit) => { readonly input: unknown; readonly kit: Kit };

@Module({})
class UseCases {}

/** One message class and one handler class per use case, named after it. */
function handlerOf(useCase: UseCase): { readonly message: Message; readonly handler: Type } {
  const { name, kind } = useCase.operation;
  const className = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const base = kind === 'command' ? Command<unknown> : Query<unknown>;
  const message: Message = {
    [className]: class extends base {
      constructor(
        readonly input: unknown,
        readonly kit: Kit,
      ) {
        super();
      }
    },
  }[className] as Message;
  class Handler {
    execute({ input, kit }: InstanceType<Message>): Promise<unknown> {
      return useCase.execute(input, kit);
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${className}Handler` });
  (kind === 'command' ? CommandHandler(message) : QueryHandler(message))(Handler);
  return { message, handler: Handler };
}

export async function createBuses(useCases: readonly UseCase[]): Promise<Buses> {
  const handlers = new Map(useCases.map((useCase) => [useCase.operation.name, { kind: useCase.operation.kind, ...handlerOf(useCase) }]));
  const module: DynamicModule = { module: UseCases, imports: [CqrsModule.forRoot()], providers: [...handlers.values()].map(({ handler }) => handler) };
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
  await app.init();
  const commands = app.get(CommandBus);
  const queries = app.get(QueryBus);
  return {
    async dispatch(operation, input, kit) {
      const known = handlers.get(operation);
      if (!known) throw new Rejected('NOT_FOUND', 'There is no such use case.', { operation });
      const message = new known.message(input, kit);
      return known.kind === 'command' ? commands.execute(message) : queries.execute(message);
    },
    close: () => app.close(),
  };
}
