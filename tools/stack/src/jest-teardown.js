export default async function teardown() {
  await globalThis.zhitongStack?.stop();
}
