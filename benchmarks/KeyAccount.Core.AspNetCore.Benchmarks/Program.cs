using System.Diagnostics;
using System.Globalization;
using System.Text;
using KeyAccount.Core.AspNetCore.Benchmarks;
using KeyAccount.Core.DependencyInjection.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// 16 clients ask one question for so many seconds while the settings go to and fro between two states. Beside it a bare minimal API, which
// reads the same body and returns the same bytes, in alternating rounds of the same process.
var seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5;
const int Rounds = 4;

var source = new Settings(Load.StateOf("one", 70));
var builder = WebApplication.CreateEmptyBuilder(new());
builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
((IConfigurationBuilder)builder.Configuration).Add(source);
builder.Services.AddRoutingCore();
builder.Services.AddKeyAccount(builder.Configuration.GetSection("KeyAccount")).AddAspNetCore();
await using var app = builder.Build();
app.UseRouting();
app.MapKeyAccount();
byte[] bytes = [];
app.MapPost("/bare", async (HttpRequest request) =>
{
    await request.Body.CopyToAsync(Stream.Null);
    return Results.Bytes(bytes, "application/json; charset=utf-8");
});
await app.StartAsync();

using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
var right = new HashSet<string>(StringComparer.Ordinal);
foreach (var state in new[] { Load.StateOf("two", 99), Load.StateOf("one", 70) })
{
    source.Change(state);
    right.Add(await Load.Ask(client, Load.Path));
}

bytes = Encoding.UTF8.GetBytes(right.Last());
var (ours, bare, reloads) = (0L, 0L, 0);
var (first, last) = (0L, 0L);
for (var round = 0; round < Rounds; round++)
{
    using var ends = new CancellationTokenSource(TimeSpan.FromSeconds(seconds / Rounds / 2));
    var reloading = Task.Run(async () =>
    {
        for (; !ends.IsCancellationRequested; reloads++)
        {
            source.Change(reloads % 2 == 0 ? Load.StateOf("two", 99) : Load.StateOf("one", 70));
            await Task.Delay(20);
        }
    });
    ours += await Load.Run(client, Load.Path, right, ends.Token);
    await reloading;
    using var bareEnds = new CancellationTokenSource(TimeSpan.FromSeconds(seconds / Rounds / 2));
    bare += await Load.Run(client, "/bare", right, bareEnds.Token);
    last = GC.GetTotalMemory(forceFullCollection: true);
    first = first == 0 ? last : first;
}

var half = seconds / 2;
Console.WriteLine(FormattableString.Invariant(
    $"16 clients, {seconds:0} s, {reloads} reloads, no wrong answer; {ours / half:0} answers a second, bare {bare / half:0}, ratio {(double)ours / bare:0.00}"));
Console.WriteLine(FormattableString.Invariant(
    $"memory after a full collection: {first / 1048576.0:0.0} MB after the first round, {last / 1048576.0:0.0} MB after the last"));
