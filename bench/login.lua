-- Signs one user in again and again. Surplus sign-ins are answered 503 and counted apart.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"login":"bench","password":"follow the white rabbit"}'

local threads = {}
function setup(thread)
  table.insert(threads, thread)
end

function init()
  ok, overloaded, other = 0, 0, 0
end

function response(status)
  if status == 200 then ok = ok + 1
  elseif status == 503 then overloaded = overloaded + 1
  else other = other + 1 end
end

function done(summary)
  local o, s, x = 0, 0, 0
  for _, t in ipairs(threads) do
    o = o + t:get("ok"); s = s + t:get("overloaded"); x = x + t:get("other")
  end
  print(string.format("logins/s %.1f, 503 %d, other %d", o / (summary.duration / 1e6), s, x))
end
