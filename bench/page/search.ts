import { connect } from '../../src/workers/rpc.ts';
import type { SearchBenchMethods } from './searchWorker.ts';

type Asked<K extends keyof SearchBenchMethods> = SearchBenchMethods[K];

declare global {
  var searchBench: {
    make(params: Asked<'make'>['params']): Promise<Asked<'make'>['result']>;
    index(params: Asked<'index'>['params']): Promise<Asked<'index'>['result']>;
    search(params: Asked<'search'>['params']): Promise<Asked<'search'>['result']>;
    plain(params: Asked<'plain'>['params']): Promise<Asked<'plain'>['result']>;
    exact(params: Asked<'exact'>['params']): Promise<Asked<'exact'>['result']>;
  };
}

const client = connect<SearchBenchMethods>(
  new Worker(new URL('./searchWorker.ts', import.meta.url), { type: 'module' }),
);

globalThis.searchBench = {
  make: (params) => client.call('make', params),
  index: (params) => client.call('index', params),
  search: (params) => client.call('search', params),
  plain: (params) => client.call('plain', params),
  exact: (params) => client.call('exact', params),
};
