using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace KeyAccount.Core.AspNetCore.Tests;

/// <summary>The endpoints: what they answer, whose models they use, and what they refuse.</summary>
public class EndpointTests
{
    private const string Acme =
        """{"KeyAccount":{"Models":{"accountValue.standard":{"version":"2026"}},"Tenants":{"acme":{"Models":{"accountValue.standard":{"bands":{"A":85}}}}}}}""";

    private static readonly AccountValueFacts Facts = (AccountValueFacts)ModelFacts.Read(AccountValue.Standard, Bodies.Facts);

    [Fact]
    public async Task Each_answers_as_the_library_does()
    {
        await using var service = await Service.Start(Acme);
        var card = service.Services.GetRequiredService<DependencyInjection.KeyAccountModels>().For().Review.Value;

        var models = (await service.Get("/models")).IsOk().Json.AsArray();
        models.Select(model => (string)model!["id"]!).Should().OnlyHaveUniqueItems()
            .And.Contain(["accountValue.standard", "ladder.moves"]).And.HaveCountGreaterThan(90);
        models.Select(model => (string)model!["kind"]!).Distinct().Should().BeEquivalentTo("Scorecard", "DecisionTable");

        var graded = (await service.Post("/grade", """{ "accounts": [ { "id": "s", "revenue": 5 }, { "id": "l", "revenue": 95 } ] }""")).IsOk().Json;
        graded["accounts"]!.AsArray().Select(account => $"{account!["id"]} {account["tier"]} {account["rank"]} {account["share"]}")
            .Should().Equal("l A 1 0.95", "s C 2 0.05");
        ((decimal)graded["total"]!).Should().Be(100);

        var assessed = (await service.Post("/assess/accountValue.standard", Bodies.Facts)).IsOk().Json;
        System.Text.Json.JsonSerializer.Deserialize<Assessment<AccountTier>>(assessed, System.Text.Json.JsonSerializerOptions.Web)
            .Should().Be(card.Assess(Facts));

        var explained = (await service.Post("/tenants/acme/explain/accountValue.standard", Bodies.Facts)).IsOk().Json;
        var acme = service.Services.GetRequiredService<DependencyInjection.KeyAccountModels>().For("acme").Review.Value;
        explained["ways"]!.AsArray().Select(way => (string)way!["reason"]!["en"]!)
            .Should().Equal(acme.PathsTo(Facts, AccountTier.A, mostFacts: 2).Select(way => way.Reason.En));
        Document.FromJson(explained["document"]!.ToJsonString()).Language.Should().Be("en");

        // Who is not rated is told what to learn, and not that nothing can be done.
        var unrated = (await service.Post("/explain/accountValue.standard", """{ "annualPurchases": 1000000, "grossMarginRate": 0.25, "marketGrowthRate": 0.15 }""")).IsOk().Json;
        unrated["assessment"]!["band"].Should().BeNull();
        unrated["ways"]!.AsArray().Select(way => (string)way!["kind"]!).Should().NotBeEmpty().And.AllBe("LearnFirst");
        unrated["document"]!.ToJsonString().Should().NotContain("No single change is enough");

        var decided = (await service.Post("/decide/ladder.moves", """{ "level": "CR3" }""")).IsOk().Json;
        var decision = Ladder.Moves.Decide(new LadderFacts { Level = LadderLevel.CR3 });
        ((string)decided["decision"]!["hits"]![0]!["ruleId"]!).Should().Be(decision.Hits[0].RuleId);
        ((string)decided["decision"]!["hits"]![0]!["reason"]!["en"]!).Should().Be(decision.Hits[0].Reason!.En);

        var review = Read((await service.Post("/review", Bodies.Portfolio)).IsOk());
        review.Models["accountValue.standard"].Should().Be("2026");
        review.Accounts.Should().HaveCount(Portfolio.FromJson(Bodies.Portfolio).Accounts.Count);

        var impact = (await service.Post(
            "/impact", $$"""{ "portfolio": {{Bodies.Portfolio}}, "settings": { "accountValue.standard": { "bands": { "A": 46 } } } }""")).IsOk().Json;
        impact["impact"]!["accounts"]!.AsArray().Should().NotBeEmpty();
        impact["impact"]!["models"]![0]!["before"]!.ToString().Should().Be("2026");
    }

    [Fact]
    public async Task A_portfolio_says_what_a_key_account_is_where_nobody_has_configured_it()
    {
        const string Euro = """{ "currency": "EUR", "keyAccountPurchases": 100000, "asOf": "2026-03-31", "accounts": [ { "id": "a", "value": { "annualPurchases": 100000 } } ] }""";
        await using var service = await Service.Start();
        var review = Read((await service.Post("/review", Euro)).IsOk());
        review.Should().Be(new AccountReviewer(ReviewModels.For(Portfolio.FromJson(Euro))).Review(Portfolio.FromJson(Euro)));
        await using var configured = await Service.Start(Acme);
        var own = Read((await configured.Post("/review", Euro)).IsOk());
        own.Accounts[0].Value.Should().NotBe(review.Accounts[0].Value, "who configures the scorecard decides");
    }

    [Fact]
    public async Task A_tenant_in_the_path_is_asked_and_no_other()
    {
        await using var service = await Service.Start(Acme, models => models
            .AddModel(Own("ours"), tenant: "acme")
            .ConfigureTenant("beta", _ => { }));
        var path = "assess/accountValue.standard";
        ((string)(await service.Post($"/{path}", Bodies.Facts)).IsOk().Json["band"]!).Should().Be("A");
        ((string)(await service.Post($"/tenants/acme/{path}", Bodies.Facts)).IsOk().Json["band"]!).Should().Be("B");
        ((string)(await service.Post($"/tenants/ACME/{path}", Bodies.Facts)).IsOk().Json["band"]!).Should().Be("B");
        ((string)(await service.Post($"/tenants/beta/{path}", Bodies.Facts)).IsOk().Json["band"]!).Should().Be("A");
        foreach (var end in new[] { path, "review", "grade", "impact", "decide/ladder.moves", "explain/accountValue.standard" })
        {
            (await service.Refuses($"/tenants/nobody/{end}", "{}", 404, "There is no tenant 'nobody'")).ToJsonString().Should().NotContain("acme");
        }

        ((int)(await service.Get("/tenants/nobody/models")).Status).Should().Be(404);

        // A model of one tenant is nobody else's.
        (await service.Post("/tenants/acme/assess/ours", """{ "visits": 8 }""")).IsOk();
        foreach (var tenant in new[] { "", "/tenants/beta" })
        {
            var refused = await service.Refuses($"{tenant}/assess/ours", """{ "visits": 8 }""", 404, "There is no scorecard 'ours'; it must be one of ");
            ((string)refused["detail"]!).Split("one of ")[1].Should().NotContain("ours");
        }

        ((string)(await service.Get("/tenants/beta/models")).Body).Should().NotContain("\"ours\"");
    }

    [Fact]
    public async Task The_tenant_of_the_scope_is_asked_elsewhere()
    {
        await using var service = await Service.Start(Acme, models => models.TenantOfScope(_ => "acme"));
        ((string)(await service.Post("/assess/accountValue.standard", Bodies.Facts)).IsOk().Json["band"]!).Should().Be("B");
    }

    [Theory]
    [InlineData("zh-CN,en;q=0.5", "zh-Hans")]
    [InlineData("en;q=0.5, zh-TW", "zh-Hant")]
    [InlineData("fr-FR, zh;q=0.8", "zh-Hans")]
    [InlineData("fr", "en")]
    [InlineData("*", "en")]
    [InlineData("zh;q=0, fr", "en")]
    [InlineData("not a language!!", "en")]
    [InlineData(null, "en")]
    public async Task Documents_come_in_the_language_of_the_reader(string? asked, string told)
    {
        await using var service = await Service.Start();
        foreach (var (path, body) in new[]
            {
                ("/explain/accountValue.standard", Bodies.Facts), ("/decide/ladder.moves", """{ "level": "CR3" }"""),
                ("/review", """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a" } ] }"""),
            })
        {
            var answer = (await service.Post(path, body, asked)).IsOk();
            answer.Language.Should().Be(told);
            ((string)answer.Json["document"]!["language"]!).Should().Be(told);
        }
    }

    [Theory]
    [InlineData("/assess/accountValue.standard", "{", 400, "not valid JSON")]
    [InlineData("/assess/accountValue.standard", "", 400, "not valid JSON")]
    [InlineData("/assess/accountValue.standard", "null", 400, "must be an object")]
    [InlineData("/assess/accountValue.standard", "[]", 400, "list")]
    [InlineData("/assess/accountValue.standard", """{ "creditDay": 3 }""", 400, "there is no such property; it must be one of annualPurchases")]
    [InlineData("/assess/accountValue.standard", """{ "grossMarginRate": 1e308 }""", 400, "between -10 and 1")]
    [InlineData("/assess/accountValue.standard", """{ "industryInfluence": "Huge" }""", 400, "Huge")]
    [InlineData("/assess/nothing", "{}", 404, "There is no scorecard 'nothing'; it must be one of accountValue.standard")]
    [InlineData("/explain/ladder.moves", "{}", 404, "There is no scorecard 'ladder.moves'")]
    [InlineData("/decide/accountValue.standard", "{}", 404, "There is no decision table 'accountValue.standard'")]
    [InlineData("/review", """{ "currency": "CNY", "asOf": "2026-02-30" }""", 400, "2026-02-30")]
    [InlineData("/review", "\uFEFF[", 400, "not valid JSON")]
    [InlineData("/impact", "{}", 400, "it is missing")]
    [InlineData("/impact", """{ "portfolio": 1, "settings": { "x": {} }, "more": 1 }""", 400, "there is no such property")]
    [InlineData("/impact", """{ "portfolio": { "currency": "CNY", "asOf": "2026-03-31" }, "settings": { "accountValue.standrd": {} } }""", 400, "there is no such model")]
    [InlineData("/impact", """{ "portfolio": {}, "settings": {}, "portfolio": {} }""", 400, "it is duplicated")]
    [InlineData("/grade", """{ "accounts": [ { "id": "a", "revenue": 1 }, { "id": "a", "revenue": 1 }, { "id": " ", "revenue": 1 } ], "a": 0.5 }""", 400, "a is duplicated")]
    [InlineData("/grade", """{ "accounts": [], "a": 2, "b": 1 }""", 400, "above 0 and below 1")]
    [InlineData("/grade", """{ "accounts": [], "rule": "Crosing" }""", 400, "rule")]
    [InlineData("/nowhere", "{}", 404, "")]
    public async Task Bad_input_is_answered_with_what_is_wrong(string path, string body, int status, string word)
    {
        await using var service = await Service.Start();
        await service.Refuses(path, body, status, word);
        service.Log.Should().BeEmpty("what a client sends is no fault of the service");
    }

    [Fact]
    public async Task A_fault_of_settings_tells_its_place_in_the_question()
    {
        await using var service = await Service.Start();
        foreach (var (settings, place) in new[]
        {
            ("""{ "accountValue.standrd": {} }""", "settings[\"accountValue.standrd\"]"),
            ("""{ "accountValue.standard": { "bands": { "A": -3 } } }""", "settings[\"accountValue.standard\"].bands"),
        })
        {
            var problem = await service.Refuses("/impact", $$"""{ "portfolio": { "currency": "CNY", "asOf": "2026-03-31" }, "settings": {{settings}} }""", 400, "");
            problem["faults"]!.AsArray().Select(fault => (string)fault!["path"]!).Should().NotBeEmpty().And.OnlyContain(path => path.StartsWith(place));
        }
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_however_many_there_are()
    {
        await using var service = await Service.Start();
        var accounts = string.Join(",", Enumerable.Range(0, 10_000).Select(i => FormattableString.Invariant($"{{\"id\":\"a{i}\",\"valeu\":{{}}}}")));
        var problem = await service.Refuses("/review", $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [{{accounts}}] }""", 400, "10000 faults");
        problem["faults"]!.AsArray().Should().HaveCount(10_000);
        ((string)problem["faults"]![9_999]!["path"]!).Should().Be("accounts[9999].valeu");
        ((string)problem["faults"]![9_999]!["accountId"]!).Should().Be("a9999");
    }

    [Fact]
    public async Task Only_JSON_of_a_bounded_size_is_read()
    {
        await using var service = await Service.Start(limits: limits => (limits.MaxBodyBytes, limits.MaxAccounts) = (2_000, 2));
        await service.Refuses("/assess/accountValue.standard", Bodies.Facts, 415, "must be application/json", "text/plain");
        await service.Refuses("/review", new string(' ', 2_001), 413, "longer than 2000 bytes");
        await service.Refuses("/grade", """{ "accounts": [ { "id": "a", "revenue": 1 }, { "id": "b", "revenue": 1 }, { "id": "c", "revenue": 1 } ] }""", 413, "There are 3 accounts; a request may have at most 2");
        (await service.Post("/assess/accountValue.standard", Bodies.Facts)).IsOk();

        // Without a length, the end is counted.
        using var endless = new HttpRequestMessage(HttpMethod.Post, "/review") { Content = new StreamContent(new Blanks(3_000)) };
        endless.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        endless.Headers.TransferEncodingChunked = true;
        using var response = await service.Client.SendAsync(endless, TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_given_up()
    {
        await using var service = await Service.Start(limits: limits => limits.Timeout = TimeSpan.FromMilliseconds(1));
        await service.Refuses("/review", Bodies.Portfolio, 503, "There was no answer after 0.001 seconds");
    }

    [Fact]
    public async Task A_body_that_never_ends_and_a_client_that_goes_away_are_quiet()
    {
        await using var service = await Service.Start(limits: limits => limits.Timeout = TimeSpan.FromMilliseconds(300));
        const string Head = "POST /review HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{ \"cur";
        using (var slow = await Connect(service))
        {
            await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Head), TestContext.Current.CancellationToken);
            using var reader = new StreamReader(slow.GetStream());
            (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).Should().Contain("503");
        }

        for (var i = 0; i < 5; i++)
        {
            using var gone = await Connect(service);
            await gone.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Head), TestContext.Current.CancellationToken);
            await Task.Delay(20, TestContext.Current.CancellationToken);
            gone.LingerState = new(true, 0);
        }

        await Task.Delay(400, TestContext.Current.CancellationToken);
        (await service.Post("/assess/accountValue.standard", Bodies.Facts)).IsOk();
        service.Log.Should().BeEmpty();
    }

    [Fact]
    public void Limits_are_checked_and_services_are_asked_for()
    {
        var limits = new KeyAccountEndpointOptions();
        limits.Invoking(each => each.MaxBodyBytes = 0).Should().Throw<ArgumentOutOfRangeException>();
        limits.Invoking(each => each.MaxAccounts = 0).Should().Throw<ArgumentOutOfRangeException>();
        limits.Invoking(each => each.Timeout = TimeSpan.Zero).Should().Throw<ArgumentOutOfRangeException>();
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder();
        builder.Services.AddKeyAccount();
        using var app = builder.Build();
        app.Invoking(each => each.MapKeyAccount()).Should().Throw<InvalidOperationException>().WithMessage("*AddAspNetCore()*");
    }

    // What follows from the rest is passed over.
    private static PortfolioReview Read(Service.Answer answer) => answer.Json["review"].Deserialize<PortfolioReview>(JsonSerializerOptions.Web)!;

    private static async Task<TcpClient> Connect(Service service)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, service.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        return client;
    }

    private static Scorecard<Visits, AccountTier> Own(string id) => Scorecard.For<Visits, AccountTier>(id)
        .Criterion("visits", 1, facts => facts.Number, Scale.Linear((0, 0), (8, 100)))
        .Bands((0, AccountTier.C), (50, AccountTier.B), (75, AccountTier.A)).Build();

    internal sealed record Visits
    {
        [System.Text.Json.Serialization.JsonPropertyName("visits")]
        public int? Number { get; init; }
    }

    private sealed class Blanks(int length) : MemoryStream(Encoding.ASCII.GetBytes(new string(' ', length)))
    {
        public override bool CanSeek => false;
    }
}
