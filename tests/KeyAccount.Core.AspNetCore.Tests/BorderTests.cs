using System.Text.Json.Nodes;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Stakeholders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace KeyAccount.Core.AspNetCore.Tests;

/// <summary>Terms and results at the borders of a host's own endpoints.</summary>
public class BorderTests
{
    private static Task<Service> Start() => Service.Start(
        services: services => services.AddControllers().AddApplicationPart(typeof(TierController).Assembly),
        map: app =>
        {
            app.MapGet("/tiers/{tier}", (AccountTier tier) => tier);
            app.MapGet("/tiers", ([FromQuery] AccountTier[] tier) => tier);
            app.MapPost("/price", (PriceReview review) => review);
            app.MapPost("/stakeholders/risk", (StakeholderRisk risk) => risk);
            app.MapPost("/stakeholders/step", (WinningStep step) => step);
            app.MapPost("/break-even", (BreakEvenResult result) => result);
            app.MapGet("/answers/{kind}", (string kind) => kind switch
            {
                "price" => Results.Ok(Answers.Price()),
                "risk" => Results.Ok(Answers.Risk()),
                "step" => Results.Ok(Answers.Step()),
                "refusal" => Results.Ok(Answers.Refused()),
                _ => Results.Ok(Answers.BreakEven()),
            });
            app.MapControllers();
        });

    [Theory]
    [InlineData("/tiers/A", "\"A\"")]
    [InlineData("/tiers?tier=A&tier=B", "[\"A\",\"B\"]")]
    [InlineData("/mvc/tiers?tier=A", "\"A\"")]
    public async Task A_term_is_read_from_a_route_and_a_query(string path, string body)
    {
        await using var service = await Start();
        (await service.Get(path)).IsOk().Body.Should().Be(body);
    }

    [Theory]
    [InlineData("/tiers/Z")]
    [InlineData("/tiers?tier=A&tier=Z")]
    [InlineData("/mvc/tiers?tier=Z")]
    public async Task What_is_no_term_is_a_bad_request(string path)
    {
        await using var service = await Start();
        var answer = await service.Get(path);
        ((int)answer.Status, answer.Type).Should().Be((400, "application/problem+json"), answer.Body);
        answer.Body.Should().NotContain("   at ");
    }

    [Fact]
    public async Task An_answer_says_everything_that_a_person_should_read()
    {
        await using var service = await Start();
        var price = (await service.Get("/answers/price")).IsOk().Json;
        Say(price["advice"], Answers.Price().Advice.En);
        price["findings"]!.AsArray().Select(finding => (string)finding!["text"]!["en"]!)
            .Should().Equal(Answers.Price().Findings.Select(finding => finding.Text.En)).And.NotBeEmpty();
        var risk = (await service.Get("/answers/risk")).IsOk().Json;
        risk["findings"]!.AsArray().Select(finding => (string)finding!["en"]!)
            .Should().Equal(Answers.Risk().Findings.Select(finding => finding.En)).And.NotBeEmpty();
        Say((await service.Get("/answers/step")).IsOk().Json["advice"], Answers.Step().Advice.En);
        var refused = (await service.Get("/answers/refusal")).IsOk().Json;
        ((bool)refused["isAccepted"]!).Should().BeFalse();
        Say(refused["refusal"], Answers.Refused().Refusal!.En);
        ((string)(await service.Get("/answers/breakEven")).IsOk().Json["outcome"]!).Should().Be(Answers.BreakEven().Outcome.ToString());

        static void Say(JsonNode? text, string english) => ((string)text!["en"]!).Should().Be(english).And.NotBeEmpty();
    }

    [Theory]
    [InlineData("price", "/price")]
    [InlineData("risk", "/stakeholders/risk")]
    [InlineData("step", "/stakeholders/step")]
    [InlineData("breakEven", "/break-even")]
    public async Task What_is_answered_can_be_sent_back(string kind, string path)
    {
        await using var service = await Start();
        var answer = (await service.Get($"/answers/{kind}")).IsOk().Body;
        (await service.Post(path, answer)).IsOk().Body.Should().Be(answer);
    }

    [Fact]
    public async Task An_endpoint_of_the_host_tells_every_fault_too()
    {
        await using var service = await Service.Start(map: app =>
        {
            app.MapPost("/faulty", () => new InvalidModelException("own", [new("a.b", "it is -1"), new("c", "it is missing")]) is var e
                ? throw e : Results.Ok());
            app.MapPost("/fact", (AccountValueFacts facts) => facts);
            app.MapPost("/broken", () => Results.Ok(int.Parse("x", System.Globalization.CultureInfo.InvariantCulture)));
        });
        (await service.Refuses("/faulty", "{}", 400))["faults"]!.ToJsonString().Should()
            .Contain("{\"path\":\"a.b\",\"message\":\"it is -1\",\"accountId\":null}").And.Contain("\"c\"");
        await service.Refuses("/fact", """{ "creditDays": -1 }""", 400);
        await service.Refuses("/fact", "{", 400);
        await service.Refuses("/broken", "{}", 500);
    }
}

/// <summary>A controller of a host.</summary>
[ApiController, Route("mvc/tiers")]
public sealed class TierController : ControllerBase
{
    [HttpGet]
    public ActionResult<string?> Get([FromQuery] TierQuery query) => Content($"\"{query.Tier}\"", "application/json");
}

/// <summary>What a query of a host holds.</summary>
public sealed record TierQuery(AccountTier? Tier);
