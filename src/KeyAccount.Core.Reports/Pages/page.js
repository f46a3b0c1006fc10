'use strict';
(() => {
  const main = document.querySelector('main');
  const number = text => Number.parseFloat(text.replace(/[,\s]/g, '').replace(/^\(/, ''));
  const textOf = (row, i) => row.cells[i].textContent.trim();

  // Sorts the rows before the totals; what is not known comes last, whichever way.
  const sort = (table, i, isNumber, isDown) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].filter(row => !row.classList.contains('t'));
    const known = row => textOf(row, i) !== '–' ? textOf(row, i) !== '' : false;
    const compare = (a, b) => {
      if (known(a) !== known(b)) return known(a) ? -1 : 1;
      const order = isNumber ? number(textOf(a, i)) - number(textOf(b, i))
        : textOf(a, i).localeCompare(textOf(b, i), document.documentElement.lang, { numeric: true });
      return (isDown ? -order : order) || 0;
    };
    rows.sort(compare).forEach(row => body.append(row));
    [...body.rows].filter(row => row.classList.contains('t')).forEach(row => body.append(row));
  };

  document.querySelectorAll('table').forEach(table => {
    const body = table.tBodies[0];
    if (!body) return;
    const heads = [...table.tHead.rows[0].cells];
    if (body.rows.length > 2) heads.forEach((head, i) => {
      if (head.tagName !== 'TH') return;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const isNumber = head.classList.contains('n') || table.classList.contains('n' + (i + 1));
        const was = head.getAttribute('aria-sort');
        const isDown = was ? was === 'ascending' : isNumber;
        heads.forEach(each => each.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
        sort(table, i, isNumber, isDown);
      });
    });

    const categories = heads.map((head, i) => ({ head, i })).filter(each => each.head.classList.contains('c'));
    if (categories.length === 0 || 3 > body.rows.length) return;
    const bar = document.createElement('div');
    bar.className = 'filters';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', main.dataset.filter);
    const shown = document.createElement('output');
    const chosen = new Map();
    const show = () => {
      let count = 0;
      for (const row of body.rows) {
        row.hidden = [...chosen].some(([i, value]) => value !== '*' ? textOf(row, i) !== value.slice(1) : false);
        if (!row.hidden) count++;
        const link = row.querySelector('a[href^="#"]');
        const section = link ? document.getElementById(link.getAttribute('href').slice(1)) : null;
        if (section) section.hidden = row.hidden;
      }
      shown.textContent = main.dataset.shown.replace('{0}', count).replace('{1}', body.rows.length);
    };
    categories.forEach(({ head, i }) => {
      const values = [...new Set([...body.rows].map(row => textOf(row, i)))].sort((a, b) => a.localeCompare(b, document.documentElement.lang));
      if (2 > values.length) return;
      const label = document.createElement('label');
      label.append(head.textContent, ' ');
      const select = document.createElement('select');
      select.append(new Option(main.dataset.all, '*'), ...values.map(value => new Option(value, '=' + value)));
      select.addEventListener('change', () => {
        chosen.set(i, select.value);
        show();
      });
      label.append(select);
      bar.append(label);
    });
    if (bar.childNodes.length === 0) return;
    bar.append(shown);
    table.parentElement.before(bar);
  });

  // What is wider than its frame is moved by keyboard too.
  const frames = document.querySelectorAll('.table, .drawing');
  const frame = () => frames.forEach(each => {
    if (each.scrollWidth > each.clientWidth) {
      const heading = each.closest('section, details:not(.data), main').querySelector('h1, h2, h3, h4, h5, h6');
      each.tabIndex = 0;
      each.setAttribute('role', 'group');
      each.setAttribute('aria-label', heading ? heading.textContent : document.title);
    } else each.removeAttribute('tabindex');
  });
  addEventListener('resize', frame);
  document.addEventListener('toggle', frame, true);
  frame();

  // A link to what is folded opens it.
  const open = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener('hashchange', open);
  main.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (link ? link.getAttribute('href') === location.hash : false) open();
  });
  open();
})();
