using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KeyAccount.Core.DependencyInjection.Tests;

/// <summary>Values of open terms that a host's settings add. They stay for the whole process, so each test has names of its own.</summary>
public class OpenTermSettingsTests
{
    [Fact]
    public async Task A_host_adds_an_industry_and_everything_takes_it()
    {
        await using var host = await RunningHost.Start("""
            {
                "KeyAccount": { "Terms": { "customerIndustry": {
                    "Chemicals": { "name": { "en": "chemicals", "zh-Hans": "化工", "de": "Chemie" }, "description": { "en": "Looks for safety." } },
                    "Energy": "energy",
                    "Steel": {}
                } } }
            }
            """);
        var chemicals = CustomerIndustry.FromName("Chemicals");
        chemicals.IsAdded.Should().BeTrue();
        CustomerIndustry.Finance.IsAdded.Should().BeFalse();
        chemicals.DisplayName("de-AT").Should().Be("Chemie");
        chemicals.DisplayName("zh-Hant").Should().Be("化工");
        chemicals.Description("fr").Should().Be("Looks for safety.");
        CustomerIndustry.Parse("Energy", null).DisplayName("zh-Hans").Should().Be("energy");
        CustomerIndustry.Parse("Steel", null).DisplayName("en").Should().Be("Steel");

        JsonSerializer.Deserialize<CustomerIndustry>("\"Chemicals\"").Should().BeSameAs(chemicals);
        TypeDescriptor.GetConverter(typeof(CustomerIndustry)).ConvertFromInvariantString("Chemicals").Should().BeSameAs(chemicals);
        TypeDescriptor.GetConverter(typeof(CustomerIndustry)).GetStandardValues()!.Cast<object>().Should().Contain(chemicals);
        var portfolio = Portfolio.FromJson(
            """{ "name": "P", "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "A", "industry": "Chemicals" } ] }""");
        portfolio.Accounts[0].Industry.Should().BeSameAs(chemicals);
        Portfolio.FromJson(portfolio.ToJson()).Accounts[0].Industry.Should().BeSameAs(chemicals);
    }

    [Fact]
    public void A_portfolio_with_a_name_that_nobody_has_added_is_refused_with_the_way_out()
    {
        var read = () => Portfolio.FromJson(
            """{ "name": "P", "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "A", "industry": "Finanse" } ] }""");
        read.Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle().Which.Message.Should()
            .StartWith("'Finanse' is not a CustomerIndustry; expected one of: Manufacturing, Finance, Internet, Government")
            .And.Contain("Is it Finance?").And.Contain("section Terms of your host's settings")
            .And.Contain("keyaccount --terms").And.Contain("CustomerIndustry.Add");
    }

    [Fact]
    public async Task Terms_with_faults_stop_the_start_and_name_every_place()
    {
        var start = () => RunningHost.Start("""
            {
                "KeyAccount": { "Terms": {
                    "CustomerIndustries": { "Mining": "mining" },
                    "LeadChannel": { "Web shop": "web shop", "Referral": "x", "coldcall": "y", "Radio": { "nmae": "radio", "name": { "xx_1": "r" } } }
                } }
            }
            """);
        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().SatisfyRespectively(
            fault => fault.Should().StartWith("KeyAccount:Terms:CustomerIndustries: there is no open term of this name; it must be one of "
                + "ActivityType, CustomerIndustry, EvidenceKind, ").And.EndWith("Is it CustomerIndustry?"),
            fault => fault.Should().Be(
                "KeyAccount:Terms:LeadChannel:coldcall: its name is 'coldcall', which differs from ColdCall in letter case alone"),
            fault => fault.Should().StartWith("KeyAccount:Terms:LeadChannel:Radio:name:xx_1: 'xx_1' is not a language tag"),
            fault => fault.Should().Be("KeyAccount:Terms:LeadChannel:Radio:nmae: there is no such member; it must be name or description"),
            fault => fault.Should().Be("KeyAccount:Terms:LeadChannel:Referral: its name is 'Referral', which the term already has"),
            fault => fault.Should().StartWith("KeyAccount:Terms:LeadChannel:Web shop: its name is 'Web shop'; it must be a letter and then"));
        LeadChannel.TryFromName("Radio", out _).Should().BeFalse("with a fault nothing is added");
    }

    [Fact]
    public async Task A_reload_adds_terms_and_changes_their_texts()
    {
        await using var host = await RunningHost.Start("""{ "KeyAccount": { "Terms": { "LossReason": { "Politics": "politics" } } } }""");
        var politics = LossReason.FromName("Politics");
        host.Change("""{ "KeyAccount": { "Terms": { "LossReason": { "Politics": "power play", "Recall": "recall" } } } }""");
        host.Models.Faults.Should().BeEmpty();
        LossReason.FromName("Politics").Should().BeSameAs(politics);
        politics.DisplayName("en").Should().Be("power play");
        LossReason.FromName("Recall").DisplayName("en").Should().Be("recall");

        host.Change("""{ "KeyAccount": { "Terms": { "LossReason": { "Recall!": "recall" } } } }""");
        host.Models.Faults.Should().ContainSingle().Which.Path.Should().Be("KeyAccount:Terms:LossReason:Recall!");
    }

    [Fact]
    public void An_open_term_of_the_host_is_extended_too()
    {
        var services = new ServiceCollection();
        services.AddKeyAccount(Settings.SectionOf("""{ "KeyAccount": { "Terms": { "Region": { "West": "west" } } } }""")).AddOpenTerm<Region>();
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<KeyAccountModels>().Faults.Should().BeEmpty();
        Region.Parse("West", null).IsAdded.Should().BeTrue();
    }

    [Fact]
    public void A_section_with_a_value_for_each_tier_is_read_whole_or_refused()
    {
        SectionOf("""{ "Discounts": { "A": "0.1", "c": 0.02 } }""").GetByTerm<AccountTier, decimal>().Should().BeEquivalentTo(
            new Dictionary<AccountTier, decimal> { [AccountTier.A] = 0.1m, [AccountTier.C] = 0.02m });
        SectionOf("""{ "Discounts": { "A": "B" } }""").GetByTerm<AccountTier, AccountTier>()[AccountTier.A].Should().BeSameAs(AccountTier.B);
        SectionOf("""{ "Discounts": { "A": { "Rate": "0.5" } } }""").GetByTerm<AccountTier, Discount>(part => part.Get<Discount>()!)
            [AccountTier.A].Rate.Should().Be(0.5m);
        SectionOf("{}").GetByTerm<AccountTier, int>().Should().BeEmpty();

        FluentActions.Invoking(() => SectionOf("""{ "Discounts": { "A": "1,5 %", "B": {}, "Z": "1" } }""").GetByTerm<AccountTier, decimal>())
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
                "Discounts:A: it is '1,5 %'; it must be a number",
                "Discounts:B: it must be one value",
                "Discounts:Z: 'Z' is not an AccountTier; expected one of: A, B, C.");
        FluentActions.Invoking(() => SectionOf("""{ "Discounts": "A=1" }""").GetByTerm<AccountTier, decimal>())
            .Should().Throw<InvalidModelException>().Which.Faults.Should().ContainSingle().Which.Message.Should().Contain("a section with a key");
        FluentActions.Invoking(() => SectionOf("""{ "Discounts": { "A": { "Rate": "x" } } }""")
            .GetByTerm<AccountTier, Discount>(part => part.Get<Discount>()!)).Should().Throw<InvalidModelException>().Which.Faults
            .Should().ContainSingle().Which.Path.Should().Be("Discounts:A");
    }

    // Why GetByTerm is there: the day this fails, the binder of .NET takes terms as keys, and GetByTerm can go.
    [Fact]
    public void The_binder_itself_leaves_such_a_dictionary_empty() =>
        SectionOf("""{ "Discounts": { "A": "0.1" } }""").Get<Dictionary<AccountTier, decimal>>().Should().BeNullOrEmpty();

    private static IConfigurationSection SectionOf(string json) => new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))).Build().GetSection("Discounts");

    private sealed class Discount
    {
        public decimal Rate { get; set; }
    }
}

/// <summary>An open term of a host.</summary>
[JsonConverter(typeof(TermJsonConverter<Region>))]
public sealed class Region : OpenTerm<Region>, IOpenTerm<Region>
{
    public static readonly Region North = new(nameof(North), 7);

    private Region(string name, int value)
        : base(name, value)
    {
    }

    static Region IOpenTerm<Region>.Create(string name, int value) => new(name, value);
}
