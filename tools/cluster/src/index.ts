export { startChild, type Child } from './child.ts';
export { startCluster, type Cluster, type ClusterOptions, type Servers } from './cluster.ts';
