using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;

namespace KeyAccount.Core.AspNetCore.Tests;

/// <summary>The records of the endpoints as a client in .NET uses them.</summary>
public sealed class AnswerTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task A_client_asks_with_the_records_and_reads_the_answer_with_them()
    {
        await using var service = await Service.Start();
        var question = new GradingQuestion { Accounts = [new AccountRevenue("s", 5), new AccountRevenue("l", 95)] };
        var stop = TestContext.Current.CancellationToken;

        var response = await service.Client.PostAsJsonAsync("/grade", question, Web, stop);
        var graded = (await response.Content.ReadFromJsonAsync<GradingAnswer>(Web, stop))!;

        graded.Total.Should().Be(100);
        graded.Accounts.Select(account => (account.Id, account.Revenue, account.Rank)).Should().Equal(("l", 95m, 1), ("s", 5m, 2));
        graded.Accounts[0].Tier.Should().Be(AccountTier.A);
    }

    [Fact]
    public void Answers_with_the_same_parts_are_equal()
    {
        var document = new Document("en", "why", []);
        var assessment = AccountValue.Standard.Assess(new());
        new Explanation<AccountTier>(assessment, [], document).Should().Be(new Explanation<AccountTier>(assessment, [], document) with { Document = document });
        var decision = new ReviewModels().Posture.Decide(new());
        var answer = new DecisionAnswer<KeyAccount.Core.Pricing.PostureAdvice>(decision, document);
        (answer.Decision, answer.Document).Should().Be((decision, document));
        (answer with { Document = new("en", "else", []) }).Should().NotBe(answer);
    }

    [Fact]
    public void A_problem_carries_its_faults_and_a_question_its_settings()
    {
        ModelFault[] faults = [new("accounts[0].id", "it is blank")];
        new FaultProblem { Faults = faults, Status = 400 }.Faults.Should().Equal(faults);
        var question = new ImpactQuestion
        {
            Portfolio = new Portfolio { Currency = "CNY", AsOf = new(2026, 3, 31), Accounts = [] }, Settings = new JsonObject { ["accountValue"] = new JsonObject() },
        };
        JsonSerializer.SerializeToNode(question, Web)!["settings"]!["accountValue"].Should().NotBeNull();
    }
}
