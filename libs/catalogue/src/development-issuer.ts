/** Issuer under which accounts of the development issuer are opened: the address it happens to run at says nothing about it. */
export const developmentIssuer = 'urn:zhitong:development-issuer';
