using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KeyAccount.Core.DependencyInjection.Tests;

/// <summary>The models in a generic host.</summary>
public class HostTests
{
    private const string Tuned = """
        { "KeyAccount": {
            "Models": { "accountValue.standard": { "version": "ours", "bands": { "A": 72 } }, "accountValue.sixIndicators": { "version": "six" } },
            "Tenants": {
              "acme": { "Models": { "accountValue.standard": { "bands": { "A": 80 } }, "customerLoyalty.standard": { "version": "acme" } } },
              "globex": {}
            } } }
        """;

    private static readonly Scorecard<Health, AccountTier> Own = Scorecard.For<Health, AccountTier>("health")
        .Criterion("visits", 1, h => h.Visits, Scale.Linear((0, 0), (10, 100)))
        .Bands((0, AccountTier.C), (50, AccountTier.A))
        .Build();

    [Fact]
    public async Task Models_are_injected_configured()
    {
        await using var host = await RunningHost.Start(Tuned);
        await using var scope = host.Services.CreateAsyncScope();

        CutOf(scope.ServiceProvider.GetRequiredService<Scorecard<AccountValueFacts, AccountTier>>()).Should().Be(72);
        scope.ServiceProvider.GetRequiredService<ReviewModels>().Value.Version.Should().Be("ours");
        scope.ServiceProvider.GetRequiredService<AccountReviewer>().Models.Should()
            .BeSameAs(scope.ServiceProvider.GetRequiredService<TenantModels>().Review);
        scope.ServiceProvider.GetRequiredKeyedService<Scorecard<AccountValueFacts, AccountTier>>(
            "accountValue.sixIndicators").Version.Should().Be("six");
        scope.ServiceProvider.GetRequiredService<DecisionTable<ServiceStandardFacts, ServiceStandard>>().Should()
            .BeSameAs(DifferentiatedService.Standard);
        scope.ServiceProvider.GetRequiredService<DecisionTable<OkeFacts, OkeTarget>>().Should().BeSameAs(Oke.Targets);
        scope.ServiceProvider.GetRequiredService<PriceGuardrails>().Should().BeSameAs(PriceGuardrails.Standard);
        scope.ServiceProvider.GetRequiredService<TierStability>().Should().BeSameAs(TierStability.Standard);
        scope.ServiceProvider.GetRequiredService<OkeModels>().Should()
            .BeSameAs(scope.ServiceProvider.GetRequiredService<ReviewModels>().Oke);
    }

    [Fact]
    public async Task Every_ready_model_is_a_service_by_its_type_and_by_its_id()
    {
        await using var host = await RunningHost.Start("{}");
        await using var scope = host.Services.CreateAsyncScope();
        var models = scope.ServiceProvider.GetRequiredService<TenantModels>().Models;

        models.Select(model => model.Id).Should()
            .Contain(ModelCatalog.All.Where(model => model.GetType().IsVisible).Select(model => model.Id)).And.OnlyHaveUniqueItems();
        models.Should().HaveCountGreaterThan(35);
        foreach (var model in models)
        {
            scope.ServiceProvider.GetRequiredService(model.GetType()).Should().BeOfType(model.GetType());
            scope.ServiceProvider.GetRequiredKeyedService(model.GetType(), model.Id).Should().BeSameAs(model);
        }
    }

    [Fact]
    public async Task Tenants_lie_over_everybody()
    {
        await using var host = await RunningHost.Start(Tuned);
        var (models, options) = (host.Models, host.Services.GetRequiredService<IOptionsMonitor<KeyAccountOptions>>());

        models.Tenants.Should().Equal("acme", "globex");
        CutOf(models.For("acme").Review.Value).Should().Be(80);
        CutOf(models.For("ACME").Review.Value).Should().Be(80);
        models.For("acme").Tenant.Should().Be("acme");
        models.For("acme").Review.Value.Version.Should().StartWith("ours+");
        models.For("acme").Review.Loyalty.Version.Should().Be("acme");
        CutOf(models.For("globex").Review.Value).Should().Be(72);
        models.For("globex").Review.Value.Should().BeSameAs(models.For().Review.Value, "what a tenant does not change is compiled once");
        models.For("nobody").Should().BeSameAs(models.For(null));
        models.For().Tenant.Should().BeNull();
        options.CurrentValue.Models["accountValue.standard"].Bands["A"].Should().Be(72);
        options.Get("acme").Models["accountValue.standard"].Bands["A"].Should().Be(80);
        options.Get("acme").Models.Should().NotContainKey("accountValue.sixIndicators");
        options.Get("nobody").Models.Should().BeEmpty();
    }

    [Fact]
    public async Task A_host_with_faults_does_not_start_and_names_all_of_them()
    {
        const string Faulty = """
            { "KeyAccount": {
                "Models": { "accountValue.standard": { "bands": { "A": 20 }, "criteria": { "margin": { "weight": 1 } } }, "oke.standard": { "criteria": { "organisation": { "weight": -3 } } } },
                "Tenants": { "acme": { "Models": { "health": { "criteria": { "visits": { "weight": "heavy" } } } } }, "globex": { "Model": {} } } } }
            """;

        var start = () => RunningHost.Start(Faulty, builder => builder.AddModel(Own));

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().BeEquivalentTo(
            "KeyAccount:Models:accountValue.standard:criteria:margin: the model has no such criterion; it must be one of annualPurchases, grossMarginRate, creditDays, marketGrowthRate, crossSellRoom, budgetTrend, industryInfluence, technicalSynergy, longTermCommitment",
            "KeyAccount:Models:accountValue.standard:bands: they are in a different order: C, A, B; from the lowest it must be C, B, A",
            "KeyAccount:Models:oke.standard:criteria:organisation:weight: -3 is negative",
            "KeyAccount:Tenants:acme:Models:health:criteria:visits:weight: it is \"heavy\"; it must be a number",
            "KeyAccount:Tenants:globex:Model: there is no such setting; it must be Models");
    }

    [Fact]
    public async Task A_reload_reaches_everything()
    {
        await using var host = await RunningHost.Start(Tuned);
        var options = host.Services.GetRequiredService<IOptionsMonitor<KeyAccountOptions>>();
        var before = host.Models.For("acme");
        options.Get("initech").Models.Should().BeEmpty();
        var told = new List<KeyAccountOptions>();
        using var listening = options.OnChange(told.Add);

        host.Change(
            """{ "KeyAccount": { "Models": { "accountValue.standard": { "bands": { "A": 75 } } }, "Tenants": { "initech": { "Models": { "accountValue.standard": { "bands": { "B": 50 } } } } } } }""");

        CutOf(host.Models.For().Review.Value).Should().Be(75);
        CutOf(host.Models.For("acme").Review.Value).Should().Be(75);
        host.Models.Tenants.Should().Equal("initech");
        options.Get("initech").Models["accountValue.standard"].Bands["B"].Should().Be(50);
        options.Get("acme").Models.Should().BeEmpty();
        told.Should().Equal(options.CurrentValue);
        CutOf(before.Review.Value).Should().Be(80, "what was handed out does not change");
        host.Log.Should().Equal("Information: The reloaded settings of the models are in use (tenants with settings of their own: 1).");
        host.Models.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task A_faulty_reload_keeps_the_last_good_models_and_says_so()
    {
        await using var host = await RunningHost.Start(Tuned);
        var options = host.Services.GetRequiredService<IOptionsMonitor<KeyAccountOptions>>();
        var (everybody, acme) = (host.Models.For(), host.Models.For("acme"));

        // The first half would be sound: nothing of it is taken over.
        host.Change(
            """{ "KeyAccount": { "Models": { "accountValue.standard": { "bands": { "A": 75 } } }, "Tenants": { "acme": { "Models": { "accountValue.standard": { "bands": { "A": "75 %" } } } } } } }""");

        const string Fault = "KeyAccount:Tenants:acme:Models:accountValue.standard:bands:A: it is \"75 %\"; it must be a number";
        host.Models.For().Should().BeSameAs(everybody);
        host.Models.For("acme").Should().BeSameAs(acme);
        host.Models.Faults.Select(fault => fault.ToString()).Should().Equal(Fault);
        host.Log.Should()
            .Equal(
                $"Error: The reloaded settings of the models are rejected (faults: 1); the last good ones stay in use:\n  {Fault}");
        options.CurrentValue.Models["accountValue.standard"].Bands["A"].Should().Be(72);
        options.Get("acme").Models["accountValue.standard"].Bands["A"].Should().Be(80);
        using (var scope = host.Services.CreateScope())
            scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<KeyAccountOptions>>().Value.Models["accountValue.standard"].Bands["A"]
                .Should().Be(72);
        host.Log.Should().HaveCount(1, "asking again does not judge again");

        host.Change("""{ "KeyAccount": {} }""");

        host.Models.Faults.Should().BeEmpty();
        host.Models.For("acme").Review.Value.Version.Should().Be(AccountValue.Standard.Version);
        host.Log.Should().HaveCount(2);
    }

    // A file that is being written is empty, and no JSON, for a moment: its source then says nothing.
    [Fact]
    public async Task Nothing_does_not_take_the_place_of_something()
    {
        await using var host = await RunningHost.Start(Tuned);
        var (everybody, acme) = (host.Models.For(), host.Models.For("acme"));

        host.Change("{}");

        host.Models.For().Should().BeSameAs(everybody);
        host.Models.For("acme").Should().BeSameAs(acme);
        host.Models.Faults.Should().Equal(
            new ModelFault("KeyAccount", "no settings are left; write {} if that is intended"));
        host.Log.Should().ContainSingle().Which.Should().StartWith("Error: ").And.Contain("KeyAccount: no settings are left");

        host.Change("""{ "KeyAccount": { "Models": { "accountValue.standard": { "bands": { "A": 75 } } } } }""");

        CutOf(host.Models.For().Review.Value).Should().Be(75);
        host.Models.Faults.Should().BeEmpty();

        host.Change("""{ "KeyAccount": { "Models": {} } }""");

        host.Models.For().Review.Value.Version.Should().Be(AccountValue.Standard.Version);
        host.Models.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task A_reload_waits_for_what_is_gone()
    {
        await using var host = await RunningHost.Start(Tuned);
        var before = host.Models.For("acme");
        foreach (var half in (string[])["{}", """{ "KeyAccount": {} }""", """{ "KeyAccount": { "Models": {} } }"""])
        {
            var first = Task.Run(() => host.Change(half), TestContext.Current.CancellationToken);
            await Task.Delay(100, TestContext.Current.CancellationToken);
            host.Models.For("acme").Should().BeSameAs(before);
            host.Change(Tuned.Replace("72", "73", StringComparison.Ordinal));
            await first;
            CutOf(host.Models.For().Review.Value).Should().Be(73);
            host.Change(Tuned);
            before = host.Models.For("acme");
        }

        host.Log.Should().OnlyContain(line => line.StartsWith("Information", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scale_that_is_a_list_is_read_and_warned_of()
    {
        await using var host = await RunningHost.Start("""
            { "KeyAccount": { "Models": { "accountValue.standard": { "criteria": { "creditDays": { "scale": { "linear": [ { "raw": 0, "points": 100 }, { "raw": 90, "points": 0 } ] } } } } } } }
            """);

        host.Models.For().Review.Value.Settings.Criteria["creditDays"].Scale!.Linear.Should().HaveCount(2);
        host.Log.Should().ContainSingle().Which.Should().StartWith("Warning: ").And.Contain(
            "KeyAccount:Models:accountValue.standard:criteria:creditDays:scale:linear: it is a list");
    }

    [Fact]
    public async Task A_scope_works_with_one_state()
    {
        await using var host = await RunningHost.Start(Tuned);
        await using var scope = host.Services.CreateAsyncScope();
        var value = scope.ServiceProvider.GetRequiredService<Scorecard<AccountValueFacts, AccountTier>>();

        host.Change(
            """{ "KeyAccount": { "Models": { "accountValue.standard": { "version": "new" }, "customerLoyalty.standard": { "version": "new" } } } }""");

        value.Version.Should().Be("ours");
        scope.ServiceProvider.GetRequiredService<Scorecard<LoyaltyFacts, LoyaltyLevel>>().Version.Should().Be("1");
        scope.ServiceProvider.GetRequiredService<ReviewModels>().Value.Should().BeSameAs(value);
        using var next = host.Services.CreateScope();
        next.ServiceProvider.GetRequiredService<Scorecard<LoyaltyFacts, LoyaltyLevel>>().Version.Should().Be("new");
        host.Services.Invoking(root => root.GetRequiredService<Scorecard<LoyaltyFacts, LoyaltyLevel>>()).Should()
            .Throw<InvalidOperationException>("a singleton would never see a reload");
    }

    [Fact]
    public async Task A_scope_has_the_models_of_its_tenant()
    {
        await using var host = await RunningHost.Start(Tuned, builder =>
        {
            builder.Services.AddScoped<CurrentUser>();
            builder.TenantOfScope(services => services.GetRequiredService<CurrentUser>().Tenant);
        });
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Tenant = "acme";

        scope.ServiceProvider.GetRequiredService<TenantModels>().Tenant.Should().Be("acme");
        CutOf(scope.ServiceProvider.GetRequiredService<Scorecard<AccountValueFacts, AccountTier>>()).Should().Be(80);
        using var other = host.Services.CreateScope();
        CutOf(other.ServiceProvider.GetRequiredService<Scorecard<AccountValueFacts, AccountTier>>()).Should().Be(72);
    }

    [Fact]
    public async Task Own_scorecards_and_tables_are_configured_and_injected_too()
    {
        var ours = DifferentiatedService.Standard.With("c", DifferentiatedService.Standard.Rules[^1].Advice);
        var theirs = ours.With("c", DifferentiatedService.Standard.Rules[0].Advice);
        await using var host = await RunningHost.Start(
            """{ "KeyAccount": { "Models": { "HEALTH": { "bands": { "a": 60 } } }, "Tenants": { "acme": { "Models": { "health": { "version": "acme" } } } } } }""",
            builder => builder.AddModel(Own).AddModel(ours).AddModel(theirs, "acme"));
        using var scope = host.Services.CreateScope();

        CutOf(scope.ServiceProvider.GetRequiredService<Scorecard<Health, AccountTier>>()).Should().Be(60);
        CutOf(scope.ServiceProvider.GetRequiredKeyedService<Scorecard<Health, AccountTier>>("health")).Should().Be(60);
        scope.ServiceProvider.GetRequiredService<DecisionTable<ServiceStandardFacts, ServiceStandard>>().Should().BeSameAs(ours);
        host.Models.For("acme").Get<DecisionTable<ServiceStandardFacts, ServiceStandard>>().Should().BeSameAs(theirs);
        host.Models.For("acme").Get<Scorecard<Health, AccountTier>>().Version.Should().Be("acme");
        CutOf(host.Models.For("acme").Get<Scorecard<Health, AccountTier>>("health")).Should().Be(60);
    }

    [Fact]
    public async Task Code_configures_what_settings_cannot_and_settings_lie_over_it()
    {
        await using var host = await RunningHost.Start(
            """{ "KeyAccount": { "Models": { "accountValue.standard": { "bands": { "A": 72 } } }, "Tenants": { "acme": { "Models": { "accountValue.standard": { "bands": { "B": 44 } } } } } } }""",
            builder =>
            {
                builder.Services.Configure<KeyAccountOptions>(options => options.Review = new() { Value = AccountValue.In(2_000_000) });
                builder.ConfigureTenant("acme", options => options.Review = new() { Value = AccountValue.In(150_000) });
                builder.ConfigureTenant("initech", options => options.Models["oke.standard"] = new() { Version = "code" });
            });

        host.Models.Tenants.Should().Equal("acme", "initech");
        CutOf(host.Models.For().Review.Value).Should().Be(72);
        host.Models.For().Review.Value.Settings.Criteria["annualPurchases"].Scale!.Linear![2].Raw.Should().Be(2_000_000);
        var acme = host.Models.For("acme").Review.Value;
        (CutOf(acme), acme.Settings.Bands["B"], acme.Settings.Criteria["annualPurchases"].Scale!.Linear![2].Raw).Should()
            .Be((72, 44, 150_000));
        host.Models.For("initech").Review.Oke.Standard.Version.Should().Be("code");
        host.Models.For("initech").Review.Value.Should().BeSameAs(host.Models.For().Review.Value);
    }

    private static DecisionTable<string, string> Impostor { get; } =
        DecisionTable.For<string, string>("accountValue.standard").Rule("any", _ => true, "yes").Build(HitPolicy.First);

    [Fact]
    public async Task Models_that_get_in_each_others_way_are_faults()
    {
        var start = () => RunningHost.Start("{}", builder => builder.AddModel(Own).AddModel(Own).AddModel(Impostor).AddModel(Own, "acme"));

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().BeEquivalentTo(
            [
                "KeyAccount:Models:health: it is duplicated",
                $"KeyAccount:Models: model 'accountValue.standard' is a {Impostor.GetType()}; a review needs a {AccountValue.Standard.GetType()} of that id. (Parameter 'model')",
            ]);
    }

    // A tenant that is given its own version of a ready model is reviewed with it: what is injected and what a review asks are one list.
    [Fact]
    public async Task A_ready_model_that_is_replaced_takes_its_place_in_reviews()
    {
        await using var host = await RunningHost.Start(
            "{}",
            builder => builder
                .AddModel(PricingPolicy.Posture.WithVersion("ours"))
                .AddModel(BarrierPolicy.Standard.WithVersion("ours"))
                .AddModel(AccountFindings.Standard.WithVersion("ours"), "acme")
                .AddModel(AccountValue.In(5), "acme")
                .AddModel(Own)
                .ConfigureTenant("globex", options => options.Review = new() { Value = AccountValue.In(7) }));

        host.Models.For("globex").Get<Scorecard<Health, AccountTier>>().Should().BeSameAs(Own, "what everybody has, a tenant with other models of reviews has too");
        host.Models.For("globex").Review.Versions["pricingPolicy.posture"].Should().Be("1", "the tenant has named its own models of reviews");
        foreach (var tenant in (string?[])[null, "acme"])
        {
            var models = host.Models.For(tenant);
            models.Models.Should().OnlyHaveUniqueItems(model => model.Id).And.Contain(models.Review.All);
            models.Review.Versions["pricingPolicy.posture"].Should().Be("ours");
            models.Review.Versions["barrierPolicy.standard"].Should().Be("ours");
            models.Review.Versions["review.findings"].Should().Be(tenant is null ? "1" : "ours");
        }

        host.Models.For("acme").Get<Scorecard<AccountValueFacts, AccountTier>>().Should().BeSameAs(host.Models.For("acme").Review.Value);
    }

    [Fact]
    public async Task Validations_of_the_host_count_on_start_and_on_reload()
    {
        Action<KeyAccountBuilder> strict = builder => builder.Services.AddOptions<KeyAccountOptions>()
            .Validate(options => options.Models.Values.All(settings => settings.Version is not null), "every model must name its version");
        var start = () => RunningHost.Start("""{ "KeyAccount": { "Models": { "oke.standard": {} } } }""", strict);
        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should()
            .Equal("KeyAccount:Models: every model must name its version");

        await using var host = await RunningHost.Start("{}", strict);
        host.Change("""{ "KeyAccount": { "Models": { "oke.standard": {} } } }""");
        host.Models.Faults.Should().Equal(new ModelFault("KeyAccount:Models", "every model must name its version"));
    }

    [Fact]
    public void Without_a_host_and_without_a_configuration_it_works_as_well()
    {
        using var services = new ServiceCollection().AddKeyAccount()
            .AddModel(Own).Services.AddKeyAccount().Services.BuildServiceProvider(validateScopes: true);
        using var scope = services.CreateScope();

        scope.ServiceProvider.GetRequiredService<Scorecard<AccountValueFacts, AccountTier>>().Should().BeSameAs(AccountValue.Standard);
        scope.ServiceProvider.GetRequiredService<Scorecard<Health, AccountTier>>().Should().BeSameAs(Own);
    }

    [Fact]
    public void Misuse_is_told_at_the_door()
    {
        var builder = new ServiceCollection().AddKeyAccount(Settings.SectionOf("{}"));
        using var services = builder.Services.BuildServiceProvider();
        var models = services.GetRequiredService<KeyAccountModels>().For();

        FluentActions.Invoking(() => builder.Services.AddKeyAccount(Settings.SectionOf("{}"))).Should().Throw<InvalidOperationException>()
            .WithMessage("*'KeyAccount'*");
        FluentActions.Invoking(() => builder.AddModel(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => builder.AddModel(Own, " ")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => builder.ConfigureTenant("", _ => { })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => builder.TenantOfScope(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => models.Get<Scorecard<Health, AccountTier>>()).Should().Throw<InvalidOperationException>()
            .WithMessage("*Health*");
        FluentActions.Invoking(() => models.Get<Scorecard<Health, AccountTier>>("health")).Should().Throw<ArgumentException>()
            .WithMessage("id is 'health'; it must be one of accountValue.standard,*");
        FluentActions.Invoking(() => models.Get<Scorecard<Health, AccountTier>>("oke.standard")).Should().Throw<ArgumentException>()
            .WithMessage("id is 'oke.standard'; that model is*");
    }

    // 16 clients ask while settings change hundreds of times, a third of the changes faulty: each answer is that of one state, whole.
    [Fact]
    public async Task Nobody_gets_a_wrong_or_mixed_answer_while_settings_reload()
    {
        var facts =
            new AccountValueFacts { AnnualPurchases = 1_200_000, GrossMarginRate = 0.22, CreditDays = 60, MarketGrowthRate = 0.04,
                BudgetTrend = 0.05 };
        var loyalty =
            new LoyaltyFacts { ShareOfWallet = 0.4m, SupplierGrade = SupplierGrade.A, PriceSensitivity = PriceSensitivity.Low,
                QualityTolerance = QualityTolerance.High };
        string[] states = [StateOf("one", 72, 10), StateOf("two", 78, 60)];
        var faulty = StateOf("three", 99, 1).Replace("\"weight\": 1 ", "\"weight\": \"much\" ", StringComparison.Ordinal);
        await using var host = await RunningHost.Start(states[0]);
        var expected = new HashSet<string>(StringComparer.Ordinal) { Answer("acme"), Answer(null) };
        host.Change(states[1]);
        expected.UnionWith([Answer("acme"), Answer(null)]);
        expected.Should().HaveCount(4);

        using var end = new CancellationTokenSource();
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var clients = Enumerable.Range(0, 16).Select(client => Task.Factory.StartNew(
            () =>
            {
                while (!end.IsCancellationRequested)
                    seen.AddOrUpdate(Answer(client % 2 == 0 ? "acme" : null), 1, (_, count) => count + 1);
            },
            TaskCreationOptions.LongRunning)).ToArray();
        for (var i = 0; i < 150; i++)
            host.Change(i % 3 == 2 ? faulty : states[i % 3]);
        while (seen.Count < 4 && !TestContext.Current.CancellationToken.IsCancellationRequested)
            host.Change(states[seen.Count % 2]);
        await end.CancelAsync();
        await Task.WhenAll(clients);

        seen.Keys.Should().BeSubsetOf(expected).And.HaveCount(4);
        host.Log.Count(line => line.StartsWith("Error", StringComparison.Ordinal)).Should().Be(50);

        string Answer(string? tenant)
        {
            using var scope = host.Services.CreateScope();
            var models = tenant is null ? scope.ServiceProvider.GetRequiredService<TenantModels>()
                : scope.ServiceProvider.GetRequiredService<KeyAccountModels>().For(tenant);
            var value = tenant is null ? scope.ServiceProvider.GetRequiredService<Scorecard<AccountValueFacts, AccountTier>>()
                : models.Review.Value;
            var assessment = value.Assess(facts);
            assessment.Score.Should().Be(value.Score(facts));
            return $"{tenant} {assessment} {models.Review.Loyalty.Assess(loyalty)} {models.Review.Oke.Standard.Version}";
        }
    }

    private static string StateOf(string version, double cut, double weight) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""
        { "KeyAccount": {
            "Models": {
              "accountValue.standard": { "version": "{{version}}", "bands": { "A": {{cut}} }, "criteria": { "creditDays": { "weight": {{weight}} } } },
              "customerLoyalty.standard": { "version": "{{version}}" }, "oke.standard": { "version": "{{version}}" } },
            "Tenants": { "acme": { "Models": { "customerLoyalty.standard": { "version": "acme {{version}}" } } } } } }
        """);

    private static double CutOf<TFacts>(Scorecard<TFacts, AccountTier> model) => model.Bands.InOrder[^1].From;

    internal sealed record Health
    {
        public double? Visits { get; init; }
    }

    private sealed class CurrentUser
    {
        public string? Tenant { get; set; }
    }
}
