import { type RateIntent, type RatingDraft, RatingForm } from '@hotline-kit/react-widgets';
import { createRef, useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '@hotline-kit/react-widgets/styles.css';
import { reasonOptions, refusal } from './dongguan-views.js';

const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const complete = { solved: 'no', satisfaction: 2, contacted: false } as const;

function Host() {
  const [draft, setDraft] = useState<RatingDraft>({ solved: 'yes' });
  return (
    <>
      <RatingForm value={draft} onChange={setDraft} onSubmit={async () => {}} />
      <output>{JSON.stringify(draft)}</output>
    </>
  );
}

test('by keyboard alone: one tab stop a question, arrow keys choose, Enter sends', async () => {
  const sent: RateIntent[] = [];
  await render(<RatingForm onSubmit={async (intent) => void sent.push(intent)} />);
  await userEvent.tab();
  await userEvent.keyboard(' ');
  await expect.element(radio('已解决')).toBeChecked();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(radio('部分解决')).toBeChecked();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(radio('基本满意')).toBeChecked();
  await userEvent.tab();
  await userEvent.keyboard(' ');
  await userEvent.tab();
  await expect.element(page.getByRole('textbox')).toHaveFocus();
  await userEvent.keyboard('夜里还在施工');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('评价已提交，谢谢您')).toBeVisible();
  expect(sent).toEqual([
    { type: 'rate', data: { solved: 'partly', satisfaction: 3, contacted: true, remark: '夜里还在施工' } },
  ]);
});

test('the focus goes to what came of it', async () => {
  const { container } = await render(<RatingForm onSubmit={async () => {}} defaultValue={complete} />);
  await page.getByRole('button').click();
  await expect.element(page.getByText('评价已提交，谢谢您')).toBeVisible();
  expect(document.activeElement).toBe(container.querySelector('.hk-rating-notice'));
});

test('what is missing is said at the question, and the focus goes to the first', async () => {
  const sent: RateIntent[] = [];
  const { container } = await render(
    <RatingForm onSubmit={async (intent) => void sent.push(intent)} defaultValue={{ solved: 'yes' }} />,
  );
  expect(container.querySelectorAll('.hk-error')).toHaveLength(0);
  await page.getByRole('button').click();
  expect(sent).toEqual([]);
  await expect.element(radio('很满意')).toHaveFocus();
  const invalid = [...container.querySelectorAll('[aria-invalid=true]')].map(
    (group) => group.querySelector('legend')?.textContent,
  );
  expect(invalid).toEqual(['您对办理结果满意吗？请回答这个问题', '承办单位联系过您吗？请回答这个问题']);
  await radio('满意').click();
  expect(container.querySelectorAll('[aria-invalid=true]')).toHaveLength(1);
});

test('while it is sent it cannot be sent again, and the button says so', async () => {
  let sent = 0;
  let answer = () => {};
  const { container } = await render(
    <RatingForm
      defaultValue={complete}
      onSubmit={() => {
        sent += 1;
        return new Promise<void>((resolve) => {
          answer = resolve;
        });
      }}
    />,
  );
  const form = container.querySelector('form') as HTMLFormElement;
  await page.getByRole('button', { name: '提交评价' }).click();
  await expect.element(page.getByRole('button', { name: '正在提交…' })).toHaveAttribute('aria-disabled', 'true');
  expect(form.dataset['state']).toBe('pending');
  form.requestSubmit();
  expect(sent).toBe(1);
  answer();
  await expect.poll(() => form.dataset['state']).toBe('success');
});

test('a refusal is shown with its text, article and remedy; the answers stay and may be sent again', async () => {
  let sent = 0;
  const { container } = await render(
    <RatingForm
      defaultValue={complete}
      onSubmit={async () => {
        sent += 1;
        return sent === 1 ? { ok: false, refusal } : { ok: true };
      }}
    />,
  );
  await page.getByRole('button').click();
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent(/评价未被受理.*工单尚未答复.*依据 第二十三条.*收到答复短信后再评价/);
  expect(container.querySelector('form')?.dataset['state']).toBe('refused');
  await expect.element(radio('未解决')).toBeChecked();
  await page.getByRole('button').click();
  await expect.element(page.getByText('评价已提交，谢谢您')).toBeVisible();
});

test('a broken line is told, without the words of the machine', async () => {
  await render(
    <RatingForm defaultValue={complete} onSubmit={() => Promise.reject(new Error('ECONNREFUSED 10.0.0.1'))} />,
  );
  await page.getByRole('button').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('提交失败，请稍后再试');
  await expect.element(page.getByRole('alert')).not.toHaveTextContent('ECONN');
});

test('reasons are asked of the unhappy only, any number of them', async () => {
  const sent: RateIntent[] = [];
  await render(<RatingForm reasonOptions={reasonOptions} onSubmit={async (intent) => void sent.push(intent)} />);
  expect(page.getByRole('checkbox').elements()).toHaveLength(0);
  await radio('已解决').click();
  await radio('很不满意').click();
  await radio('没有联系').click();
  await page.getByRole('checkbox', { name: '办理太慢' }).click();
  await page.getByRole('checkbox', { name: '问题仍然存在' }).click();
  await page.getByRole('checkbox', { name: '办理太慢' }).click();
  await page.getByRole('button').click();
  await expect
    .poll(() => sent)
    .toEqual([{ type: 'rate', data: { solved: 'yes', satisfaction: 1, contacted: false, reasons: ['notSolved'] } }]);
});

test('the host may keep the draft', async () => {
  await render(<Host />);
  await radio('未解决').click();
  await expect.element(page.getByText('{"solved":"no"}')).toBeVisible();
});

test('the ref is the form, and what stands inside stands above the questions', async () => {
  const ref = createRef<HTMLFormElement>();
  await render(
    <RatingForm ref={ref} onSubmit={async () => {}}>
      <h2>工单 DG-20230710-0042</h2>
    </RatingForm>,
  );
  expect(ref.current?.firstElementChild?.tagName).toBe('H2');
});
