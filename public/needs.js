// Looks, before the page begins, whether this browser has what the page needs, and says plainly what is missing. It is
// written so that a browser from before 2010 can run it.
(function () {
  'use strict';

  // A program of one function that catches what it throws: the engine is built with exceptions.
  var CATCHES = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
  ];

  function isMade(name) {
    return function () {
      return typeof window[name] === 'function';
    };
  }

  function unpacks(form) {
    return function () {
      return Boolean(new window.DecompressionStream(form));
    };
  }

  // What is asked of the browser, in words that can be sent to those who look after computers.
  var NEEDS = [
    [
      'WebAssembly',
      function () {
        return typeof window.WebAssembly.instantiate === 'function';
      },
    ],
    [
      'WebAssembly with exceptions',
      function () {
        return window.WebAssembly.validate(new window.Uint8Array(CATCHES));
      },
    ],
    ['Web Workers', isMade('Worker')],
    [
      'blob addresses',
      function () {
        return typeof window.URL.createObjectURL === 'function';
      },
    ],
    [
      'files that are read as streams',
      function () {
        return (
          typeof window.Blob.prototype.stream === 'function' &&
          typeof window.Blob.prototype.arrayBuffer === 'function'
        );
      },
    ],
    ['TransformStream', isMade('TransformStream')],
    ['TextDecoderStream', isMade('TextDecoderStream')],
    ['unpacking of gzip', unpacks('gzip')],
    ['unpacking of zip', unpacks('deflate-raw')],
    ['BigInt', isMade('BigInt')],
    ['structuredClone', isMade('structuredClone')],
    ['ResizeObserver', isMade('ResizeObserver')],
    ['IntersectionObserver', isMade('IntersectionObserver')],
    [
      'random numbers',
      function () {
        return typeof window.crypto.getRandomValues === 'function';
      },
    ],
    [
      'dialogs',
      function () {
        return typeof window.HTMLDialogElement.prototype.showModal === 'function';
      },
    ],
    [
      'JavaScript of 2023',
      function () {
        return (
          'noModule' in document.createElement('script') &&
          typeof Object.hasOwn === 'function' &&
          typeof Array.prototype.toSorted === 'function'
        );
      },
    ],
  ];

  function missing() {
    var names = [];
    for (var at = 0; at < NEEDS.length; at += 1) {
      var has = false;
      try {
        has = NEEDS[at][1]();
      } catch (thrown) {
        has = false;
      }
      if (!has) names.push(NEEDS[at][0]);
    }
    return names;
  }

  function say(title, lines) {
    var root = document.documentElement;
    if (root.getAttribute('data-cannot-run') !== null) return;
    root.setAttribute('data-cannot-run', '');
    var place = document.getElementById('app');
    var box = document.createElement('div');
    box.className = 'govuk-width-container';
    box.setAttribute('role', 'alert');
    var heading = document.createElement('h1');
    heading.className = 'govuk-heading-l';
    heading.appendChild(document.createTextNode(title));
    box.appendChild(heading);
    for (var at = 0; at < lines.length; at += 1) {
      var line = document.createElement('p');
      line.className = 'govuk-body';
      line.appendChild(document.createTextNode(lines[at]));
      box.appendChild(line);
    }
    var main = document.createElement('main');
    main.appendChild(box);
    place.appendChild(main);
  }

  var names = missing();
  if (names.length > 0) {
    var lines = [
      'Nothing was read, and nothing is lost. What is missing: ' + names.join(', ') + '.',
      'Quarterlight works in Chrome and Edge from version 110 (February 2023), and in Firefox from version 115 (July 2023). Open this page in one of them, or have yours brought up to date.',
    ];
    if (names[0].indexOf('WebAssembly') === 0) {
      lines.push(
        'If yours is as new as that, WebAssembly is held back in it. Send this to those who look after your computer: “Quarterlight needs WebAssembly on its own address. In Edge and Chrome it is held back by the policies DefaultJavaScriptJitSetting and, in Edge, EnhanceSecurityMode: add the address to JavaScriptJitAllowedForSites, and to EnhanceSecurityModeBypassListDomains. In Firefox javascript.options.wasm must be true.”'
      );
    }
    say('This browser cannot run Quarterlight', lines);
    return;
  }

  // A script that does not arrive is told by nobody else: the page would stay empty.
  window.addEventListener(
    'error',
    function (event) {
      var from = event.target;
      if (!from || from.tagName !== 'SCRIPT' || document.getElementById('main')) return;
      say('Quarterlight did not arrive whole', [
        'A file that the page is made of could not be fetched. Nothing was read, and nothing is lost.',
        'Look whether you are connected, and load the page again. If it goes on, tell whoever put Quarterlight here: the files in assets must be served beside it.',
      ]);
    },
    true
  );
})();
