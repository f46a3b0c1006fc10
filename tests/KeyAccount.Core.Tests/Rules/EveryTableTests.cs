using System.Reflection;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Tests.House;

namespace KeyAccount.Core.Tests.Rules;

/// <summary>What holds for every decision table of the library, and for those that later rooms bring.</summary>
public class EveryTableTests
{
    private static readonly int MostCombinations = Seeded.Budget(400);

    private const int RandomFacts = 60;

    public static TheoryData<string> Ids => [.. Tables.Select(table => table.Id)];

    private static IEnumerable<IModel> Tables => ModelCatalog.All.Where(model =>
        model.GetType().IsGenericType && model.GetType().GetGenericTypeDefinition() == typeof(DecisionTable<,>));

    [Fact]
    public void The_tables_are_found() => Ids.Should().HaveCountGreaterThan(25);

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_rule_matches_whose_condition_is_unknown_and_none_is_left_out_whose_condition_is_true(string id)
    {
        var table = Tables.Single(each => each.Id == id);
        var check = typeof(EveryTableTests).GetMethod(nameof(Check), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(table.GetType().GetGenericArguments());
        check.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [table], null);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_a_rule_answers_for_unknown_is_told_for_each_fact_that_may_be_unknown(string id)
    {
        dynamic table = Tables.Single(each => each.Id == id);
        if (table.Domain.Count == 0)
            return;
        var proof = (TableProof)table.Verify();
        foreach (var (fact, answers) in proof.OnUnknown.GroupBy(each => each.Fact).Select(group => (group.Key, group.ToArray())))
        {
            var dimension = ((IReadOnlyList<TableDimension>)table.Domain).Single(each => each.Name == fact);
            dimension.Values.Should().Contain((object?)null);
            answers.Should().AllSatisfy(answer =>
                (answer.Holds + answer.Fails + answer.Unknown).Should().Be(proof.Combinations / dimension.Values.Count));
        }
    }

    private static void Check<TFacts, TAdvice>(DecisionTable<TFacts, TAdvice> table)
        where TFacts : notnull
    {
        foreach (var facts in FactsOf(table))
        {
            var read = table.Rules.Where(rule => Kleene.Read(rule.When, facts) == true).Select(rule => rule.Id).ToArray();
            table.Decide(facts).Hits.Select(hit => hit.RuleId)
                .Should().Equal(table.HitPolicy == HitPolicy.First ? read.Take(1) : read, $"{table.Id} of {facts}");
        }
    }

    // Every combination of the domain, or some of them spread over it; where there is no domain, random facts.
    internal static IEnumerable<TFacts> FactsOf<TFacts, TAdvice>(DecisionTable<TFacts, TAdvice> table, int? most = null)
        where TFacts : notnull
    {
        var specimens = new Specimens(20261128);
        if (table.Domain.Count == 0)
        {
            for (var i = 0; i < RandomFacts; i++)
                yield return specimens.Make<TFacts>();
            yield break;
        }

        var combinations = table.Domain.Aggregate(1, (product, dimension) => product * dimension.Values.Count);
        var asked = Math.Min(combinations, most ?? MostCombinations);
        for (var i = 0; i < asked; i++)
        {
            var rest = combinations == asked ? i : specimens.Random.Next(combinations);
            var facts = specimens.Make<TFacts>();
            foreach (var dimension in table.Domain)
            {
                Backing(typeof(TFacts), dimension.Name).SetValue(facts, dimension.Values[rest % dimension.Values.Count]);
                rest /= dimension.Values.Count;
            }

            yield return facts;
        }
    }

    // Facts may have no public setter: a table knows what they can be.
    private static FieldInfo Backing(Type facts, string property) =>
        facts.GetField($"<{property}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new InvalidOperationException($"{facts.Name}.{property} is computed, and a table has it in its domain.");
}
