import type { ConfigProviderProps } from 'antd';

type Words = NonNullable<ConfigProviderProps['locale']>;

/** Words of the controls this console uses; the library's own Chinese has those of every control. Calendars bring theirs along. */
export const chineseControls: Words = {
  locale: 'zh-cn',
  global: { placeholder: '请选择', close: '关闭' },
  Modal: { okText: '确定', cancelText: '取消', justOkText: '知道了' },
  Empty: { description: '暂无数据' },
};
