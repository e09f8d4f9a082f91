// The token stands behind the #, which no browser sends: neither this server nor a proxy sees it in an address. It goes in a header.
const API = '/api/evaluation/v1/public/callback';
const link = location.hash.slice(1);
const [form, note, number, send] = ['answer', 'note', 'number', 'send'].map((id) => document.getElementById(id));

function say(zh, en) {
  const english = document.createElement('span');
  english.setAttribute('lang', 'en');
  english.textContent = en;
  note.replaceChildren(zh, ' ', english);
}

async function call(path, body) {
  const sent = body && { method: 'POST', body: JSON.stringify(body) };
  const headers = { accept: 'application/json', 'signed-link': link, ...(body && { 'content-type': 'application/json' }) };
  const answer = await fetch(API + path, { ...sent, headers });
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.detail ?? `HTTP ${answer.status}`); // in the reader's language
  return content;
}

function failed(error) {
  note.textContent = error.message;
  send.disabled = false;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  send.disabled = true;
  const { solved, satisfaction } = Object.fromEntries(new FormData(form));
  try {
    const { handledAgain } = await call('/answer', { solved: solved === 'true', satisfaction });
    form.hidden = true;
    if (handledAgain) say('已收到您的评价，您的诉求将再次办理。', 'Thank you. Your request will be handled again.');
    else say('已收到您的评价，谢谢。', 'Thank you for your answer.');
  } catch (error) {
    failed(error);
  }
});

call('')
  .then(({ requestNumber }) => {
    number.textContent = requestNumber;
    form.hidden = false;
  })
  .catch(failed);
