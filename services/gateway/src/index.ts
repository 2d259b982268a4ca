export { standardTimes, type GatewayOptions, type GatewayTimes, type IssuerOptions, type Persona } from './gateway-options.ts';
export { startGateway, type RunningGateway } from './start-gateway.ts';
