-- Guesses at an account that is locked. What is answered otherwise than 429 is counted apart.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"login":"locked","password":"follow the white rabbit"}'

local threads = {}
function setup(thread)
  table.insert(threads, thread)
end

function init()
  refused, other = 0, 0
end

function response(status)
  if status == 429 then refused = refused + 1 else other = other + 1 end
end

function done(summary)
  local r, x = 0, 0
  for _, t in ipairs(threads) do
    r = r + t:get("refused"); x = x + t:get("other")
  end
  print(string.format("refused/s %.1f, other %d", r / (summary.duration / 1e6), x))
end
