using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace KeyAccount.Core.AspNetCore.Benchmarks;

/// <summary>Clients that ask the same question again and again, and look at each answer.</summary>
internal static class Load
{
    public const string Path = "/assess/accountValue.standard";

    private const int Clients = 16;

    private static readonly byte[] Facts = Encoding.UTF8.GetBytes(
        """{ "annualPurchases": 1000000, "grossMarginRate": 0.25, "creditDays": 0, "marketGrowthRate": 0.15 }""");

    public static string StateOf(string version, double cut) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{ "KeyAccount": { "Models": { "accountValue.standard": { "version": "{{version}}", "bands": { "A": {{cut}} } } } } }""");

    public static async Task<string> Ask(HttpClient client, string path)
    {
        using var content = new ByteArrayContent(Facts) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>How many answers there were, of which each was one of the right ones.</summary>
    public static async Task<long> Run(HttpClient client, string path, HashSet<string> right, CancellationToken ends)
    {
        var count = 0L;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(
            async () =>
            {
                while (!ends.IsCancellationRequested)
                {
                    var answer = await Ask(client, path);
                    if (!right.Contains(answer))
                        throw new InvalidOperationException($"A wrong answer: {answer}");
                    Interlocked.Increment(ref count);
                }
            },
            CancellationToken.None)));
        return count;
    }
}
