import type { Persona } from '../gateway-options.ts';

const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** The development issuer's choice of persons: no password, one button each. */
export function personaPage(personas: readonly Persona[]): string {
  const buttons = personas.map(
    ({ login, title, organizationName }) => `<p><button name="persona" value="${escaped(login)}">${escaped(title)} · ${escaped(organizationName)}</button></p>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>选择体验身份</title>
<h1>选择体验身份</h1>
<p>开发环境登录，无需密码。</p>
<form method="post">
${buttons.join('\n')}
</form>
</html>
`;
}
