using System.Text.Json.Nodes;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KeyAccount.Core.DependencyInjection.Tests;

/// <summary>Decision tables and models of numbers in a configuration.</summary>
public class TableSettingsTests
{
    private const string Rules = """
        [ { "id": "supporter" }, { "id": "neutral", "when": [ { "Level": "CR3, CR4" } ] }, { "id": "opponent", "when": [ { "Level": "CR5" } ] } ]
        """;

    [Fact]
    public async Task A_table_is_tuned_for_one_tenant_and_reloaded()
    {
        await using var host = await RunningHost.Start(OfAcme("[ { \"id\": \"supporter\" }, { \"id\": \"neutral\" }, { \"id\": \"opponent\" } ]"));
        StanceOf(host, "acme").Should().Be(Stance.Opponent);

        host.Change(OfAcme(Rules));
        StanceOf(host, "acme").Should().Be(Stance.Neutral);
        StanceOf(host, null).Should().Be(Stance.Opponent);
        host.Models.For("acme").Review.Versions["ladder.stances"].Should().StartWith("1+");
        host.Log.Should().Contain(line => line.Contains("KeyAccount:Tenants:acme:Models:ladder.stances:rules: it is a list"));
    }

    [Fact]
    public async Task A_table_with_a_fault_keeps_the_last_good_one()
    {
        await using var host = await RunningHost.Start(OfAcme(Rules));
        host.Change(OfAcme("[ { \"id\": \"supporter\" }, { \"id\": \"neutral\", \"when\": [ { \"Level\": \"CR9\" } ] } ]"));

        host.Models.Faults.Select(fault => fault.ToString()).Should().Equal(
            "KeyAccount:Tenants:acme:Models:ladder.stances:rules:neutral:when:0:Level: CR9 is not one of the values of Level; "
            + "it must be any, or some of CR1, CR2, CR3, CR4, CR5");
        StanceOf(host, "acme").Should().Be(Stance.Neutral);
        host.Log.Should().Contain(line => line.StartsWith("Error: The reloaded settings of the models are rejected (faults: 1)"));

        host.Change("""{ "KeyAccount": {} }""");
        host.Models.Faults.Should().BeEmpty();
        StanceOf(host, "acme").Should().Be(Stance.Opponent);
    }

    [Fact]
    public async Task A_host_with_a_table_that_has_a_gap_does_not_start() => (await FluentActions
        .Awaiting(() => RunningHost.Start(OfAcme("[ { \"id\": \"supporter\" } ]")))
        .Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().ContainSingle().Which.Should()
        .StartWith("KeyAccount:Tenants:acme:Models:ladder.stances:rules: 3 combinations would have no answer");

    [Fact]
    public void An_environment_holds_a_table_as_one_value()
    {
        var models = ModelsOf(("KeyAccount:Models:ladder_stances", $"{{ \"version\": \"env\", \"rules\": {Rules} }}"));
        models.For().Review.Stakeholders.Stances.Version.Should().Be("env");
        StanceOf(models, null).Should().Be(Stance.Neutral);

        FluentActions.Invoking(() => ModelsOf(("KeyAccount:Models:ladder_stances", "{ oops"))).Should()
            .Throw<OptionsValidationException>().Which.Failures.Should().ContainSingle().Which.Should()
            .StartWith("KeyAccount:Models:ladder_stances: it is not valid JSON");
    }

    [Fact]
    public void Numbers_are_tuned_too()
    {
        var models = ModelsOf(
            ("KeyAccount:Models:tierStability:periods", "3"),
            ("KeyAccount:Models:tierStability:MinimumStay", "P6M"),
            ("KeyAccount:Tenants:acme:Models:priceGuardrails.standard:tiers:A:salesperson", "0.1"),
            ("KeyAccount:Models:review_risk:bands:High", "50"));
        models.For().Review.Stability.Periods.Should().Be(3);
        models.For("acme").Review.Guardrails.Of(AccountTier.A).Salesperson.Should().Be(0.1m);
        models.For().Review.Guardrails.Should().BeSameAs(PriceGuardrails.Standard);
        models.For().Review.Risk.Settings.Bands["High"].Should().Be(50);

        FluentActions.Invoking(() => ModelsOf(("KeyAccount:Models:tierStability:periods", "many"))).Should()
            .Throw<OptionsValidationException>().Which.Failures.Should().Equal(
                "KeyAccount:Models:tierStability:periods: it is \"many\"; it must be a whole number");
    }

    [Fact]
    public void A_table_of_advice_with_parts_is_read_with_its_numbers()
    {
        const string Place = "KeyAccount:Models:differentiatedService.standard:rules";
        var models = ModelsOf(
        [
            .. DifferentiatedService.Standard.Rules.Select((rule, i) => ($"{Place}:{i}:id", rule.Id)),
            ($"{Place}:0:advice", Visits(13)),
        ]);
        models.For().Get<DecisionTable<ServiceStandardFacts, ServiceStandard>>("differentiatedService.standard")
            .Decide(new() { Tier = AccountTier.A }).Advice!.VisitsPerQuarter.Should().Be(13);

        static string Visits(int count)
        {
            var advice = JsonNode.Parse(DifferentiatedService.Standard.Settings.Rules![0].Advice!)!;
            advice["visitsPerQuarter"] = count;
            return advice.ToJsonString();
        }
    }

    [Fact]
    public void Code_sets_tables_of_a_tenant()
    {
        var models = new ServiceCollection().AddKeyAccount()
            .ConfigureTenant("acme", options => options.Tables["ladder.stances"] = DecisionTableSettings.FromJson($"{{ \"rules\": {Rules} }}"))
            .Services.BuildServiceProvider().GetRequiredService<KeyAccountModels>();
        StanceOf(models, "acme").Should().Be(Stance.Neutral);
        StanceOf(models, null).Should().Be(Stance.Opponent);
    }

    [Fact]
    public void A_table_of_ones_own_is_tuned_under_its_id()
    {
        var own = DecisionTable.For<LadderFacts, string>("ours").Domain(f => f.Level, [.. LadderLevel.InOrder])
            .Rule("all", f => f.Level != null, "call").Build(HitPolicy.Unique);
        var section = Settings.SectionOf("""{ "KeyAccount": { "Models": { "ours": { "rules": [ { "id": "all", "advice": "visit" } ] } } } }""");
        new ServiceCollection().AddKeyAccount(section).AddModel(own).Services.BuildServiceProvider().GetRequiredService<KeyAccountModels>()
            .For().Get<DecisionTable<LadderFacts, string>>("ours").Decide(new() { Level = LadderLevel.CR1 }).Advice.Should().Be("visit");
    }

    private static string OfAcme(string rules) =>
        $$"""{ "KeyAccount": { "Tenants": { "acme": { "Models": { "ladder.stances": { "rules": {{rules}} } } } } } }""";

    private static KeyAccountModels ModelsOf(params (string Key, string Value)[] entries) => new ServiceCollection()
        .AddKeyAccount(new ConfigurationBuilder()
            .AddInMemoryCollection(entries.Select(entry => KeyValuePair.Create(entry.Key, (string?)entry.Value))).Build().GetSection("KeyAccount"))
        .Services.BuildServiceProvider().GetRequiredService<KeyAccountModels>();

    private static Stance? StanceOf(RunningHost host, string? tenant) => StanceOf(host.Models, tenant);

    private static Stance? StanceOf(KeyAccountModels models, string? tenant) =>
        models.For(tenant).Get<DecisionTable<LadderFacts, Stance>>("ladder.stances").Decide(new() { Level = LadderLevel.CR4 }).Advice;
}
