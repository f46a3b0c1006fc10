using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace KeyAccount.Packages.Tests.Readmes;

/// <summary>The service of a README, as it stands there, built against the packages and asked over HTTP.</summary>
[Collection(ReadmePrograms.Tests)]
public class ReadmeServiceTests(ReadmePrograms programs)
{
    // Weights 25, 15, 20 and 13.5 of 110 are known, at 60, 70, 100 and 100 points: 5900 / 73.5 = 80.272109.
    private const string Facts = """{ "annualPurchases": 1000000, "grossMarginRate": 0.25, "creditDays": 0, "marketGrowthRate": 0.15 }""";

    private const string Portfolio =
        $$"""{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "Baihe", "value": {{Facts}} } ] }""";

    private static readonly ReadmeProgram Service = Readme.Programs.Single(
        program => program.IsService && program.File == "src/KeyAccount.Core.DependencyInjection/README.md");

    private static readonly ReadmeProgram Web = Readme.Programs.Single(
        program => program.IsService && program.File == "src/KeyAccount.Core.AspNetCore/README.md");

    public static TheoryData<string> Frameworks => [.. ProgramBuild.Frameworks];

    // The service is the same text: on the other framework it answers in every run, and is tormented in long ones.
    public static TheoryData<string> FrameworksUnderLoad => Seeded.IsLong ? Frameworks : [ProgramBuild.Frameworks[^1]];

    [Theory, MemberData(nameof(Frameworks))]
    public async Task It_scores_and_explains_by_the_settings_of_the_readme(string framework)
    {
        var service = await programs.ServiceOf(Service, framework);

        var score = await service.Post("/score", Facts);
        score.Should().Be((200, "application/json", """{"value":80.272109,"tier":"A","version":"2026"}"""));

        var explained = await service.Post("/tenants/acme/explain", Facts);
        var assessment = JsonNode.Parse(explained.Body)!["assessment"]!;
        ((double)assessment["score"]!).Should().Be(80.272109);
        ((string)assessment["band"]!).Should().Be("B", "acme asks for 85");
        ((string)assessment["modelVersion"]!).Should().StartWith("2026+");
        assessment["contributions"]!.AsArray().Should().HaveCount(9);
        JsonNode.Parse(explained.Body)!["ways"]!.AsArray().Select(way => (string)way!).Should()
            .Contain(way => way.StartsWith("annual purchases: from 1000000 to ", StringComparison.Ordinal));
        (await service.Post("/tenants/nobody/explain", Facts)).Body.Should().Contain("\"band\":\"A\"");

        var review = JsonNode.Parse((await service.Post("/review", Portfolio)).Body)!;
        ((string)review["models"]!["accountValue.standard"]!).Should().Be("2026");
        ((double)review["accounts"]![0]!["value"]!["score"]!).Should().Be(80.272109);
        (await service.Get("/settings")).Should().Be("""{"isCurrent":true,"faults":[],"tenants":["acme"]}""");
    }

    [Theory, MemberData(nameof(FrameworksUnderLoad))]
    public async Task It_answers_bad_input_with_what_is_wrong_with_it(string framework)
    {
        var service = await programs.ServiceOf(Service, framework);

        await Refuses("/score", "{", 400, "$");
        await Refuses("/score", "", 400, "facts");
        await Refuses("/score", """{ "creditDays": "soon" }""", 400, "$.creditDays");
        await Refuses("/score", """{ "creditDay": 30 }""", 400, "creditDay");
        await Refuses("/score", """{ "industryInfluence": "Huge" }""", 400, "Huge");
        await Refuses("/score", """{ "grossMarginRate": 1e308 }""", 400, "GrossMarginRate is 1E+308; it must be between -10 and 1");
        await Refuses("/tenants/acme/explain", """{ "grossMarginRate": -1e308 }""", 400, "GrossMarginRate is -1E+308; it must be between -10 and 1");
        await Refuses("/nowhere", "{}", 404, "Not Found");
        var refused = await Refuses(
            "/review", """{ "currency": "CNY", "asOf": "2026-02-30", "accounts": [ { "id": "a", "valeu": {} } ] }""", 400, "valeu");
        refused["errors"]!.AsObject().Select(error => error.Key).Should().Contain("accounts[0].valeu");

        async Task<JsonNode> Refuses(string path, string json, int status, string word)
        {
            var (answered, type, body) = await service.Post(path, json);
            (answered, type).Should().Be((status, "application/problem+json"), body);
            var problem = JsonNode.Parse(body)!;
            ((int)problem["status"]!).Should().Be(status);
            ((string)problem["title"]!).Should().NotBeNullOrEmpty();
            body.Should().Contain(word).And.NotContain("   at ");
            return problem;
        }
    }

    [Theory, MemberData(nameof(FrameworksUnderLoad))]
    public async Task It_gives_no_wrong_or_mixed_answer_to_16_clients_while_its_settings_reload(string framework)
    {
        string[] settings = [StateOf("one", 72, 0.4, "B"), StateOf("two", 79, 2, "A")];
        await using var service = await Start(framework, settings[0]);
        Func<Task<string>>[] questions =
        [
            async () => (await service.Post("/score", Facts)).Body,
            async () => (await service.Post("/tenants/acme/explain", Facts)).Body,
            async () => (await service.Post("/review", Portfolio)).Body,
        ];

        // What each state answers when nobody disturbs it.
        var right = questions.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        foreach (var state in (int[])[0, 1])
        {
            await Become(state);
            for (var i = 0; i < questions.Length; i++)
                right[i].Add(await questions[i]());
        }

        right.Should().OnlyContain(answers => answers.Count == 2);

        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var given = questions.Select(_ => new ConcurrentDictionary<string, bool>(StringComparer.Ordinal)).ToArray();
        var count = 0;
        var clients = Enumerable.Range(0, 16).Select(async client =>
        {
            for (var i = client; !end.IsCancellationRequested; i++)
            {
                given[i % questions.Length].TryAdd(await questions[i % questions.Length](), true);
                Interlocked.Increment(ref count);
                // A pause, or the sixteen take the time that the reload needs.
                await Task.Delay(i % 7, TestContext.Current.CancellationToken);
            }
        }).ToArray();
        for (var round = 0; round < 3; round++)
        {
            await Become(0);
            service.Configure(settings[1].Replace("\"weight\": 2", "\"weight\": -2", StringComparison.Ordinal));
            (await service.Until(
                () => service.Get("/settings"), answer => answer.Contains("\"isCurrent\":false", StringComparison.Ordinal)))
                .Should().Contain("KeyAccount:Models:accountValue.standard:criteria:creditDays:weight").And.Contain("-2 is negative");
            (await questions[0]()).Should().Contain("\"one\"");
            await Become(1);
        }

        await end.CancelAsync();
        await Task.WhenAll(clients);

        count.Should().BeGreaterThan(100);
        for (var i = 0; i < questions.Length; i++)
            given[i].Keys.Should().BeEquivalentTo(right[i]);
        service.Log.Should().Contain("are rejected");

        async Task Become(int state)
        {
            service.Configure(settings[state]);
            await service.Until(questions[0], answer => answer.Contains($"\"{(state == 0 ? "one" : "two")}\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_whole_service_of_25_lines_answers_at_each_endpoint()
    {
        Web.Code.TrimEnd().Split('\n').Length.Should().BeLessThanOrEqualTo(25);
        var service = await programs.ServiceOf(Web, "net10.0");

        var assessed = JsonNode.Parse((await service.Post("/assess/accountValue.standard", Facts)).Body)!;
        ((string)assessed["band"]!, (string)assessed["modelVersion"]!).Should().Be(("A", "2026"));
        var explained = await service.Post("/tenants/acme/explain/accountValue.standard", Facts);
        ((string)JsonNode.Parse(explained.Body)!["assessment"]!["band"]!).Should().Be("B", "acme asks for 85");
        (await service.Post("/decide/ladder.moves", """{ "level": "CR3" }""")).Status.Should().Be(200);
        (await service.Post("/grade", """{ "accounts": [ { "id": "a", "revenue": 1 } ] }""")).Status.Should().Be(200);
        (await service.Post("/review", Portfolio)).Status.Should().Be(200);
        (await service.Post("/impact", $$"""{ "portfolio": {{Portfolio}}, "settings": {} }""")).Status.Should().Be(200);
        (await service.Post("/tenants/nobody/review", Portfolio)).Status.Should().Be(404);
        (await service.Post("/review", "{ \"valeu\": 1 }")).Body.Should().Contain("valeu");
        (await service.Get("/health")).Should().Be("Healthy");
        (await service.Get("/tiers/A")).Should().StartWith("{\"tier\":\"A\",\"says\":\"");
        (await service.Get("/models")).Should().Contain("accountValue.standard");
        (await service.Get("/openapi/v1.json")).Should().Contain("x-enum-descriptions");
    }

    // Built for .NET Framework by ConsumerTests; here it runs, because it uses only what both know.
    [Fact]
    public async Task The_client_for_NET_Framework_prints_what_the_service_answers()
    {
        var client = Readme.Programs.Single(program => program.IsClient);
        var service = await programs.ServiceOf(Web, "net10.0");

        var result = await Command.Dotnet(
            Repository.Root, [programs.AssemblyOf(client, "net10.0"), service.Address.ToString()], ("DOTNET_ROLL_FORWARD", "Major"));

        result.MustSucceed().Text.ReplaceLineEndings("\n").Should().Be(client.Output);
    }

    [Fact]
    public async Task It_does_not_start_with_faulty_settings()
    {
        var start = () => Start("net10.0", Service.Configuration!.Replace("0.4", "\"0,4\"", StringComparison.Ordinal));

        await start.Should().ThrowAsync<InvalidOperationException>()
            .WithMessage("*KeyAccount:Models:accountValue.standard:criteria:creditDays:weight: it is \"0,4\"; it must be a number*");
    }

    private static string StateOf(string version, double cut, double weight, string losesMoney) =>
        string.Create(CultureInfo.InvariantCulture, $$"""
        { "Logging": { "LogLevel": { "Default": "Warning", "Microsoft.Hosting": "Information" } },
          "KeyAccount": {
            "Models": {
              "accountValue.standard": { "version": "{{version}}", "bands": { "A": {{cut}} }, "criteria": { "creditDays": { "weight": {{weight}} } }, "caps": { "losesMoney": "{{losesMoney}}" } },
              "customerLoyalty.standard": { "version": "{{version}}" }, "oke.standard": { "version": "{{version}}" } },
            "Tenants": { "acme": { "Models": { "accountValue.standard": { "bands": { "A": {{cut + 5}} } } } } } } }
        """);

    private Task<RunningService> Start(string framework, string configuration) =>
        RunningService.Start(programs.AssemblyOf(Service, framework), configuration);
}
