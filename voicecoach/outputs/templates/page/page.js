"use strict";
(() => {
{% include "page/elements.js" %}

{% include "page/times.js" %}

{% include "page/display.js" %}

{% include "page/going.js" %}

{% include "page/keyboard.js" %}

{% include "page/lock_screen.js" %}

{% include "page/start.js" %}
})();
