export { standardTimes, type GatewayOptions, type GatewayTimes, type IssuerOptions, type Persona, type Readiness } from './gateway-options.ts';
export { startGateway, type RunningGateway } from './start-gateway.ts';
