// Draws the charts of the report from the data in the page. Without it every chart stays a table.
(function () {
  'use strict';
  window.addEventListener('error', function (event) {
    document.documentElement.dataset.error = String(event.message);
  });
  var data = JSON.parse(document.getElementById('data').textContent);
  // SVG attributes take style variables, so light, dark and print need no drawing anew.
  var ink = 'var(--ink)', muted = 'var(--muted)', line = 'var(--line)';
  var font = 'system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
  var compact = new Intl.NumberFormat(data.language, {
    style: 'currency', currency: data.currency, notation: 'compact', maximumFractionDigits: 1
  });
  var whole = new Intl.NumberFormat(data.language, {
    style: 'currency', currency: data.currency, maximumFractionDigits: 0
  });
  var count = new Intl.NumberFormat(data.language);
  var percent = new Intl.NumberFormat(data.language, { style: 'percent', maximumFractionDigits: 0 });
  var still = { animation: false, textStyle: { fontFamily: font, color: ink, fontSize: 13 } };
  var quiet = { axisLine: { show: false }, axisTick: { show: false } };
  var narrow = function (element) { return element.clientWidth < 560; };

  function tooltip(formatter) {
    return {
      trigger: 'axis', formatter: formatter, confine: true, axisPointer: { type: 'none' },
      backgroundColor: 'var(--ground)', borderColor: line, textStyle: { color: ink, fontFamily: font },
      transitionDuration: 0
    };
  }

  // Names come from the user's files: they are shown as text, never as part of the page.
  function escaped(text) {
    var holder = document.createElement('span');
    holder.textContent = text;
    return holder.innerHTML;
  }

  function bridge(element) {
    var bars = data.bridge;
    var low = function (bar) { return Math.min(bar.from, bar.to); };
    var high = function (bar) { return Math.max(bar.from, bar.to); };
    var colour = function (bar) {
      return bar.subtotal ? 'var(--rung)' : bar.to >= bar.from ? 'var(--gain)' : 'var(--loss)';
    };
    var room = 14 + 7.5 * Math.max.apply(null, bars.map(function (bar) { return bar.money.length; }));
    var labels = bars.map(function (bar) { return bar.label; });
    return {
      grid: { left: 4, right: room, top: 6, bottom: 6, containLabel: true },
      tooltip: tooltip(function (shown) {
        var bar = bars[shown[0].dataIndex];
        return escaped(bar.label) + '<br><b>' + escaped(bar.money) + '</b>';
      }),
      xAxis: Object.assign({ type: 'value', axisLabel: { show: false }, splitLine: { show: false } }, quiet),
      yAxis: Object.assign({
        type: 'category', inverse: true, data: labels,
        axisLabel: {
          color: ink, fontSize: 13, interval: 0, width: narrow(element) ? 112 : 220, overflow: 'break', lineHeight: 15
        }
      }, quiet),
      series: [
        { type: 'bar', stack: 'bridge', silent: true, stackStrategy: 'all', itemStyle: { color: 'transparent' },
          data: bars.map(low), barWidth: '62%' },
        { type: 'bar', stack: 'bridge', stackStrategy: 'all', emphasis: { disabled: true },
          label: {
            show: true, position: 'right', color: ink, fontSize: 13,
            formatter: function (shown) { return bars[shown.dataIndex].money; }
          },
          data: bars.map(function (bar) {
            return { value: high(bar) - low(bar), itemStyle: { color: colour(bar), borderRadius: 2 } };
          }) }
      ]
    };
  }

  function whale(element) {
    var curve = data.whale;
    var points = [{ buyerShare: 0, netShare: 0, lowShare: 0, highShare: 0 }].concat(curve.points);
    var pairs = function (height) {
      return points.map(function (point) { return [point.buyerShare, height(point)]; });
    };
    // There along the low edge and back along the high one: the line closes on itself and its area is the band.
    var band = {
      type: 'line', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, emphasis: { disabled: true },
      areaStyle: { color: 'var(--band)', opacity: 0.2 },
      data: pairs(function (point) { return point.lowShare; })
        .concat(pairs(function (point) { return point.highShare; }).reverse())
    };
    var main = {
      type: 'line', symbol: 'none', emphasis: { disabled: true }, lineStyle: { width: 2.5, color: 'var(--gain)' },
      itemStyle: { color: 'var(--gain)' }, z: 5, data: pairs(function (point) { return point.netShare; })
    };
    if (curve.peak !== null) {
      var top = points.reduce(function (best, point) { return point.netShare > best.netShare ? point : best; });
      main.markPoint = {
        silent: true, symbol: 'circle', symbolSize: 9, itemStyle: { color: 'var(--gain)' },
        label: {
          show: true, position: 'top', color: ink, fontSize: 13, fontWeight: 600, distance: 8,
          formatter: data.words.peak + ' ' + percent.format(top.netShare)
        },
        data: [{ coord: [top.buyerShare, top.netShare] }]
      };
      main.markArea = {
        silent: true, itemStyle: { color: 'var(--loss)', opacity: 0.12 },
        label: { color: 'var(--loss-text)', fontSize: 13, position: 'insideBottom', distance: 12 },
        data: [[{ xAxis: top.buyerShare, name: narrow(element) ? curve.tail.replace(/ (?=\S+\s\S+$)/, '\n') : curve.tail }, { xAxis: 1 }]]
      };
    }
    var axis = { axisLabel: { color: muted, formatter: function (share) { return percent.format(share); } } };
    return {
      grid: { left: 4, right: 16, top: 34, bottom: narrow(element) ? 6 : 30, containLabel: true },
      tooltip: tooltip(function (shown) {
        var point = points[shown[shown.length - 1].dataIndex];
        return escaped(data.words.x) + ': <b>' + percent.format(point.buyerShare) + '</b><br>' +
          escaped(data.words.net) + ': <b>' + percent.format(point.netShare) + '</b> (' +
          percent.format(point.lowShare) + ' – ' + percent.format(point.highShare) + ')';
      }),
      xAxis: Object.assign({ type: 'value', min: 0, max: 1, name: narrow(element) ? '' : data.words.x, nameLocation: 'middle', nameGap: 28,
        nameTextStyle: { color: muted, fontSize: 13 }, splitLine: { show: false },
        axisTick: { show: false }, axisLine: { lineStyle: { color: line } } }, axis),
      yAxis: Object.assign({ type: 'value', splitLine: { lineStyle: { color: line } } }, quiet, axis),
      series: [
        band,
        main
      ]
    };
  }

  function years(element) {
    var roomy = !narrow(element) && data.years.length <= 6;
    var series = function (name, key, colour) {
      return {
        name: name, type: 'bar', barMaxWidth: 56, barGap: '40%', itemStyle: { color: colour, borderRadius: 2 },
        emphasis: { disabled: true },
        label: { show: roomy, position: 'top', color: ink, fontSize: 12,
          formatter: function (shown) { return compact.format(shown.value); } },
        data: data.years.map(function (year) { return year[key]; })
      };
    };
    return {
      grid: { left: 4, right: 4, top: 40, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, icon: 'rect', inactiveColor: muted,
        textStyle: { color: ink, fontSize: 13 } },
      tooltip: tooltip(function (shown) {
        return escaped(shown[0].name) + shown.map(function (bar) {
          return '<br>' + escaped(bar.seriesName) + ': <b>' + whole.format(bar.value) + '</b>';
        }).join('');
      }),
      xAxis: { type: 'category', data: data.years.map(function (year) { return year.year; }),
        axisTick: { show: false }, axisLine: { lineStyle: { color: line } }, axisLabel: { color: ink, fontSize: 13 } },
      yAxis: Object.assign({ type: 'value', splitLine: { lineStyle: { color: line } },
        axisLabel: { color: muted, formatter: function (amount) { return compact.format(amount); } } }, quiet),
      series: [
        series(data.words.revenue, 'revenue', 'var(--rung)'), series(data.words.yearNet, 'net', 'var(--gain)')
      ]
    };
  }

  function priority(element) {
    var bubbles = data.priorities;
    var most = Math.max.apply(null, bubbles.map(function (bubble) { return bubble.customers; }));
    var axis = { axisLabel: { color: muted }, nameTextStyle: { color: muted, fontSize: 13 }, nameLocation: 'middle' };
    var cents = new Intl.NumberFormat(data.language, { style: 'currency', currency: data.currency });
    return {
      grid: { left: 30, right: 40, top: 40, bottom: 40, containLabel: true },
      tooltip: Object.assign(tooltip(function (shown) {
        var bubble = bubbles[shown.dataIndex];
        return escaped(bubble.label) + '<br>' + escaped(data.words.priorityX) + ': <b>' + cents.format(bubble.cost) +
          '</b><br>' + escaped(data.words.priorityY) + ': <b>' + escaped(bubble.said) + '</b>';
      }), { trigger: 'item' }),
      xAxis: Object.assign({ type: 'log', name: data.words.priorityX, nameGap: 28, splitLine: { show: false },
        axisLine: { lineStyle: { color: line } } }, axis, { axisLabel: { color: muted,
        formatter: function (cost) { return cents.format(cost); } } }),
      yAxis: Object.assign({ type: 'value', name: narrow(element) ? '' : data.words.priorityY, nameGap: 56,
        splitLine: { lineStyle: { color: line } } }, quiet, axis, { axisLabel: { color: muted,
        formatter: function (amount) { return compact.format(amount); } } }),
      series: [{
        type: 'scatter', emphasis: { disabled: true },
        label: { show: true, position: 'top', color: ink, fontSize: 12,
          formatter: function (shown) { return bubbles[shown.dataIndex].label; } },
        labelLayout: { hideOverlap: false, moveOverlap: 'shiftY' },
        data: bubbles.map(function (bubble) {
          return {
            value: [bubble.cost, bubble.net], symbolSize: 10 + 40 * Math.sqrt(bubble.customers / most),
            itemStyle: { color: bubble.net > 0 ? 'var(--gain)' : 'var(--loss)', opacity: 0.75 }
          };
        })
      }]
    };
  }

  function hours(element) {
    var grid = data.behaviour.hours;
    var most = Math.max.apply(null, grid.cells.map(function (cell) { return cell.count; }));
    var small = narrow(element);
    return {
      grid: { left: 4, right: 8, top: 4, bottom: 4, containLabel: true },
      tooltip: Object.assign(tooltip(function (shown) {
        var cell = grid.cells[shown.dataIndex];
        return escaped(grid.days[cell.weekday - 1]) + ' ' + cell.hour + ' h: <b>' + count.format(cell.count) + '</b>';
      }), { trigger: 'item' }),
      xAxis: Object.assign({ type: 'category', data: grid.hours, axisLabel: { color: muted, interval: small ? 5 : 1 } }, quiet),
      yAxis: Object.assign({ type: 'category', inverse: true,
        data: small ? grid.days.map(function (day) { return day.slice(0, 3); }) : grid.days,
        axisLabel: { color: ink, fontSize: 13 } }, quiet),
      // The charting library we ship draws no heat maps: points as large as their cell.
      series: [{ type: 'scatter', symbol: 'rect', emphasis: { disabled: true },
        symbolSize: [Math.max(6, (element.clientWidth - (small ? 50 : 90)) / 24 - 1), 28],
        data: grid.cells.map(function (cell) {
          return { value: [cell.hour, cell.weekday - 1], itemStyle: {
            color: 'var(--rung)', opacity: 0.06 + 0.94 * cell.count / most } };
        }) }]
    };
  }

  function horizontal(element, bars, label) {
    var small = narrow(element);
    return {
      grid: { left: 4, right: 96, top: 6, bottom: 6, containLabel: true },
      tooltip: tooltip(function (shown) {
        var bar = bars[shown[0].dataIndex];
        return escaped(bar.label) + '<br><b>' + escaped(bar.text) + '</b>';
      }),
      xAxis: Object.assign({ type: 'value', axisLabel: { show: false }, splitLine: { show: false } }, quiet),
      yAxis: Object.assign({ type: 'category', inverse: true, data: bars.map(function (bar) { return bar.label; }),
        axisLabel: { color: ink, fontSize: 13, interval: 0, width: small ? 120 : 240, overflow: 'break', lineHeight: 15 }
      }, quiet),
      series: [{ type: 'bar', barWidth: '58%', emphasis: { disabled: true },
        itemStyle: { color: label, borderRadius: 2 },
        label: { show: true, position: 'right', color: ink, fontSize: 13,
          formatter: function (shown) { return bars[shown.dataIndex].brief; } },
        data: bars.map(function (bar) { return bar.value; }) }]
    };
  }

  function funnel(element) { return horizontal(element, data.behaviour.funnel, 'var(--rung)'); }

  // Each bar is what a trigger adds; the thin line is the range it lies in.
  function triggers(element) {
    var bars = data.behaviour.triggers;
    var option = horizontal(element, bars, 'var(--gain)');
    option.series.push({ type: 'line', silent: true, symbol: 'none', z: 5, lineStyle: { color: ink, width: 1.5 },
      data: bars.reduce(function (all, bar, i) {
        return all.concat([[Math.max(0, bar.low), i], [bar.high, i], ['-', '-']]);
      }, []) });
    option.series[0].label.position = 'insideLeft';
    option.series[0].label.color = 'var(--ground)';
    option.xAxis.max = Math.max.apply(null, bars.map(function (bar) { return bar.high; }));
    option.grid.right = 12;
    return option;
  }

  // Circles whose areas are to one another as the sizes, each standing on the floor of the one around it. A coordinate is
  // a pixel.
  function market(element) {
    var sizes = data.market.sizes, small = narrow(element), width = element.clientWidth, height = element.clientHeight;
    var full = Math.min(height - 16, width * 0.46);
    var floor = (height - full) / 2;
    var colours = ['var(--track)', 'var(--rung)', 'var(--gain)'];
    var heights = [], circles = [], leaders = [], labels = [];
    sizes.forEach(function (size, i) {
      var across = Math.max(7, full * Math.sqrt(size.value / Math.max(sizes[0].value, 1e-9)));
      var at = i === 0 ? floor + full * 0.85 : Math.max(36, Math.min(floor + across * 0.85, heights[i - 1] - 64));
      heights.push(at);
      circles.push({ value: [full / 2 + 2, floor + across / 2], symbolSize: across,
        itemStyle: { color: colours[i], opacity: i === 1 ? 0.45 : 1 } });
      leaders.push([full / 2 + 2 + across * 0.35, floor + across * 0.85], [full + 14, at], ['-', '-']);
      labels.push([full + 14, at]);
    });
    var axis = function (max) { return { type: 'value', min: 0, max: max, show: false }; };
    return {
      grid: { left: 0, right: 0, top: 0, bottom: 0 }, xAxis: axis(width), yAxis: axis(height),
      series: [
        { type: 'scatter', silent: true, clip: false, data: circles },
        { type: 'line', silent: true, symbol: 'none', lineStyle: { color: muted, width: 1 }, data: leaders },
        { type: 'scatter', silent: true, symbolSize: 1, clip: false, itemStyle: { color: muted }, data: labels,
          label: {
            show: true, position: 'right', color: ink, fontSize: 13, lineHeight: 18, align: 'left',
            rich: { name: { color: muted, fontSize: 13 }, sum: { fontSize: small ? 14 : 18, fontWeight: 600, color: ink, lineHeight: 24 },
              range: { color: muted, fontSize: 12 } },
            formatter: function (shown) {
              var size = sizes[shown.dataIndex];
              return '{name|' + size.label + '}\n{sum|' + size.said + '}' +
                (size.between && !small ? '\n{range|' + size.between + '}' : '');
            }
          } }
      ]
    };
  }

  // Bars from one end to another.
  function spans(element, bars, colour, from, to, format) {
    var option = horizontal(element, bars, colour);
    option.series[0].stack = 'ends';
    option.series[0].data = bars.map(function (bar) { return bar.high - bar.low; });
    option.series[0].label.show = false;
    option.series.unshift({ type: 'bar', stack: 'ends', silent: true, itemStyle: { color: 'transparent' },
      data: bars.map(function (bar) { return bar.low; }) });
    option.xAxis = Object.assign({ type: 'value', min: from, max: to, splitNumber: narrow(element) ? 2 : 5,
      splitLine: { lineStyle: { color: line } }, axisLabel: { color: muted, hideOverlap: true, showMinLabel: false,
        showMaxLabel: false, formatter: format } }, quiet);
    option.grid = { left: 4, right: 16, top: 26, bottom: 6, containLabel: true };
    return option;
  }

  // What is obtained with one number at its ends; the dashed line is the most likely.
  function influences(element) {
    var bars = data.market.influences;
    var low = Math.min.apply(null, bars.map(function (bar) { return bar.low; }));
    var high = Math.max.apply(null, bars.map(function (bar) { return bar.high; }));
    var option = spans(element, bars, 'var(--rung)', Math.max(0, low - (high - low) * 0.08), high + (high - low) * 0.04,
      function (amount) { return compact.format(amount); });
    option.series[1].markLine = {
      silent: true, symbol: 'none', lineStyle: { color: ink, type: 'dashed', width: 1.2 },
      label: { show: true, position: 'start', color: muted, fontSize: 12, formatter: data.words.likely },
      data: [{ xAxis: data.market.likely }]
    };
    return option;
  }

  function path(element) {
    var bars = data.niches.path;
    var end = Math.max.apply(null, bars.map(function (bar) { return bar.high; }));
    var option = spans(element, bars, 'var(--gain)', 0, Math.ceil(end), function (month) { return month; });
    option.xAxis.axisLabel.showMinLabel = option.xAxis.axisLabel.showMaxLabel = true;
    option.xAxis.name = data.words.months;
    option.xAxis.nameLocation = 'middle';
    option.xAxis.nameGap = 26;
    option.xAxis.nameTextStyle = { color: muted, fontSize: 13 };
    option.grid = { left: 4, right: 16, top: 6, bottom: 24, containLabel: true };
    return option;
  }

  // The further left, the more like the first; the higher, the more money. The line joins them in the order to take them.
  function niches(element) {
    var spots = data.niches.map, small = narrow(element);
    var most = Math.max.apply(null, spots.map(function (spot) { return spot.customers; }));
    var at = function (spot) { return [spot.apart, spot.gain]; };
    var size = function (spot) { return 16 + 30 * Math.sqrt(spot.customers / most); };
    var axis = { nameTextStyle: { color: muted, fontSize: 13 }, nameLocation: 'middle' };
    return {
      grid: { left: small ? 6 : 30, right: 24, top: 30, bottom: 34, containLabel: true },
      tooltip: Object.assign(tooltip(function (shown) {
        var spot = spots[shown.dataIndex];
        return spot.place + '. ' + escaped(spot.label) + '<br>' + escaped(spot.said);
      }), { trigger: 'item' }),
      xAxis: Object.assign({ type: 'value', min: -0.1, max: small ? 1.1 : 1, name: data.words.apart, nameGap: 14, splitLine: { show: false },
        axisTick: { show: false }, axisLine: { onZero: false, lineStyle: { color: line } }, axisLabel: { show: false } }, axis),
      yAxis: Object.assign({ type: 'value', min: 0, name: small ? '' : data.words.gain, nameGap: 56, splitLine: { lineStyle: { color: line } },
        axisLabel: { color: muted, formatter: function (amount) { return compact.format(amount); } } }, quiet, axis),
      series: [
        { type: 'line', silent: true, symbol: 'none', lineStyle: { color: muted, width: 1.2, type: 'dashed' },
          data: data.niches.order.map(function (place) { return at(spots[place]); }) },
        { type: 'scatter', emphasis: { disabled: true }, itemStyle: { color: 'var(--gain)', opacity: 0.85 },
          label: { show: true, position: 'inside', color: 'var(--ground)', fontSize: 12, fontWeight: 600,
            formatter: function (shown) { return spots[shown.dataIndex].place; } },
          data: spots.map(function (spot) { return { value: at(spot), symbolSize: size(spot) }; }) },
        { type: 'scatter', silent: true, itemStyle: { opacity: 0 }, labelLayout: { hideOverlap: true },
          label: { show: !small, position: 'right', opacity: 1, color: ink, fontSize: 12,
            formatter: function (shown) { return spots[shown.dataIndex].label; } },
          data: spots.map(function (spot) { return { value: at(spot), symbolSize: size(spot) }; }) }
      ]
    };
  }

  function penetration(element) { return horizontal(element, data.market.groups, 'var(--gain)'); }

  // What is left if only so many are served, best first: by the score, with hindsight, by chance.
  function served(element) {
    var curve = function (name, key, colour, dashed) {
      return {
        name: name, type: 'line', symbol: 'none', emphasis: { disabled: true }, itemStyle: { color: colour },
        lineStyle: { width: dashed ? 1.5 : 2.5, color: colour, type: dashed ? 'dashed' : 'solid' },
        data: data.served.map(function (point) { return [point.share, point[key]]; })
      };
    };
    return {
      grid: { left: 4, right: 24, top: narrow(element) ? 74 : 40, bottom: narrow(element) ? 6 : 30, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 22, itemHeight: 10, inactiveColor: muted, textStyle: { color: ink, fontSize: 13 } },
      tooltip: tooltip(function (shown) {
        return escaped(data.words.servedX) + ': <b>' + percent.format(shown[0].value[0]) + '</b>' + shown.map(function (point) {
          return '<br>' + escaped(point.seriesName) + ': <b>' + whole.format(point.value[1]) + '</b>';
        }).join('');
      }),
      xAxis: { type: 'value', min: 0, max: 1, name: narrow(element) ? '' : data.words.servedX, nameLocation: 'middle', nameGap: 28,
        nameTextStyle: { color: muted, fontSize: 13 }, splitLine: { show: false }, axisTick: { show: false },
        axisLine: { onZero: false, lineStyle: { color: line } },
        axisLabel: { color: muted, formatter: function (share) { return percent.format(share); } } },
      yAxis: Object.assign({ type: 'value', splitLine: { lineStyle: { color: line } },
        axisLabel: { color: muted, formatter: function (amount) { return compact.format(amount); } } }, quiet),
      series: [
        curve(data.words.byScore, 'byScore', 'var(--gain)'), curve(data.words.hindsight, 'hindsight', 'var(--rung)', true),
        curve(data.words.random, 'random', muted, true)
      ]
    };
  }

  // With a view box the drawing shrinks to the paper instead of being cut.
  function scalable(element) {
    var svg = element.querySelector('svg');
    if (svg) {
      svg.setAttribute('viewBox', '0 0 ' + svg.getAttribute('width') + ' ' + svg.getAttribute('height'));
    }
  }

  function draw(id, option) {
    var element = document.getElementById(id);
    if (!element) {
      return;
    }
    if (id === 'chart-funnel' || id === 'chart-triggers') {
      element.style.height = 24 + 34 * data.behaviour[id.slice(6)].length + 'px';
    }
    if (id === 'chart-influences') {
      element.style.height = 64 + (narrow(element) ? 48 : 34) * data.market.influences.length + 'px';
    }
    if (id === 'chart-path') {
      element.style.height = 60 + (narrow(element) ? 48 : 34) * data.niches.path.length + 'px';
    }
    if (id === 'chart-penetration') {
      element.style.height = 24 + 28 * data.market.groups.length + 'px';
    }
    if (data.bars[id.slice(6)]) {
      element.style.height = 24 + (narrow(element) ? 48 : 34) * data.bars[id.slice(6)].length + 'px';
    }
    if (id === 'chart-hours') {
      element.style.height = '240px';
    }
    if (id === 'chart-bridge') {
      element.style.height = 24 + 31 * data.bridge.length + 'px';
    }
    var chart = echarts.init(element, null, { renderer: 'svg' });
    var paint = function () {
      chart.setOption(Object.assign({}, still, option(element)), true);
      scalable(element);
    };
    paint();
    chart.on('finished', function () { scalable(element); });
    var width = element.clientWidth;
    new ResizeObserver(function () {
      if (element.clientWidth !== width && !window.matchMedia('print').matches) {
        width = element.clientWidth;
        chart.resize();
        paint();
      }
    }).observe(element);
  }

  document.body.classList.add('drawn');
  document.querySelectorAll('details.table').forEach(function (table) { table.open = false; });
  draw('chart-bridge', bridge);
  draw('chart-whale', whale);
  draw('chart-years', years);
  draw('chart-priority', priority);
  draw('chart-market', market);
  draw('chart-influences', influences);
  draw('chart-penetration', penetration);
  draw('chart-niches', niches);
  draw('chart-path', path);
  draw('chart-hours', hours);
  draw('chart-served', served);
  Object.keys(data.bars).forEach(function (name) {
    draw('chart-' + name, function (element) { return horizontal(element, data.bars[name], 'var(--rung)'); });
  });
  draw('chart-funnel', funnel);
  draw('chart-triggers', triggers);
})();
