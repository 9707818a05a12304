-- One row per address of a page seen that tells a step: /carrito is a cart. Only for steps that no event is named after.
-- reads  in_events (name, page), event_steps (name, step, is_address)
-- grain  page
with

pages as (
    select distinct
        case when event_steps.is_address then in_events.name else in_events.page end as page
    from in_events
    inner join event_steps on event_steps.name = in_events.name
    where event_steps.step = 'page'
),

told as (
    select
        page,
        case
            when text_matches(lower(page), '(thank|gracias|order-received|pedido-recibido|order-confirm|confirmacion-pedido)') then 'purchase'
            when text_matches(lower(page), '/(payment|pago|pagar)\b') then 'payment'
            when text_matches(lower(page), '/(shipping|envio|delivery|entrega)\b') then 'shipping'
            when text_matches(lower(page), '/(checkout|finalizar|tramitar|caja)\b') then 'checkout'
            when text_matches(lower(page), '/(cart|carrito|cesta|basket|bag)\b') then 'cart_view'
            when text_matches(lower(page), '(/(search|buscar|busqueda|catalogsearch)\b|[?&](q|s|query|search)=)') then 'search'
            when text_matches(lower(page), '/(compare|comparar|comparador|comparativa)\b') then 'compare'
            when text_matches(lower(page), '/(help|ayuda|faq|support|soporte|contact|contacto|returns|devoluciones|tracking|seguimiento)\b') then 'support'
            when text_matches(lower(page), '\.(pdf|zip|docx?|xlsx?)(\?|$)') then 'download'
            when text_matches(lower(page), '/(products?|productos?|item|p|dp|articulo)/') then 'product'
            when text_matches(lower(page), '/(category|categories|categoria|categorias|collections?|c|tienda|shop)(/|$)') then 'list'
            when text_matches(lower(page), '/(404|500|error)\b') then 'error'
        end                                             as step
    from pages
    where page is not null
),

page_steps as (
    select
        page,
        step
    from told
    where step is not null and step not in (select event_steps.step from event_steps)
)

select * from page_steps order by page
