using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Sweeps;

/// <summary>Many threads that use a library at once which nobody has used before: texts, terms, models and compiled scorecards are made
/// once, and every thread gets the same.</summary>
public sealed class FirstUseTests
{
    private const int Threads = 32;

    private static readonly Func<string>[] Asked =
    [
        () => string.Join('|', Terms().Select(term => term.GetType().GetMethod("DisplayName", [typeof(string)])!.Invoke(term, ["zh-Hans"]))),
        () => string.Join('|', ModelCatalog.All.Select(model => $"{model.Id} {model.Version}")),
        () => AccountValue.Standard.Score(new() { AnnualPurchases = 1_200_000, GrossMarginRate = 0.22, CreditDays = 60 }).ToString("R", CultureInfo.InvariantCulture),
        () => AccountValue.Standard.ToExpression().Compile()(new() { AnnualPurchases = 1_200_000, GrossMarginRate = 0.22, CreditDays = 60, BudgetTrend = 0.1 })
            ?.ToString("R", CultureInfo.InvariantCulture) ?? "unrated",
        () => string.Join('|', BarrierLevel.InOrder.Select(level => level.DisplayName("zh-Hant"))),
        () => string.Join('|', new ReviewModels().Posture.Verify().Gaps.Concat(new ReviewModels().Service.Verify().Gaps)),
        () => new AccountReviewer().Review(Portfolio.FromJson(
            """{ "currency": "CNY", "asOf": "2026-03-31", "accounts": [ { "id": "a", "purchases": [ { "month": "2026-01", "amount": 7 } ] } ] }""")).ToJson(),
        () =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
            return AccountTier.A.DisplayName();
        },
    ];

    [Fact]
    public void Threads_that_come_first_together_get_the_same()
    {
        for (var round = 0; round < Seeded.Budget(1); round++)
        {
            var library = new FreshLibrary();
            var answer = library.LoadFromAssemblyPath(typeof(FirstUseTests).Assembly.Location).GetType(typeof(FirstUseTests).FullName!)!
                .GetMethod(nameof(Answer), BindingFlags.Static | BindingFlags.NonPublic)!;
            answer.DeclaringType!.Assembly.Should().NotBeSameAs(typeof(FirstUseTests).Assembly);
            var answers = new string?[Threads];
            using var barrier = new Barrier(Threads);
            var first = round;
            var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() =>
            {
                barrier.SignalAndWait();
                try
                {
                    answers[i] = (string)answer.Invoke(null, [i + first])!;
                }
                catch (TargetInvocationException e)
                {
                    answers[i] = e.InnerException!.ToString();
                }
            })).ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());

            answers.Should().AllBe(Answer(0));
        }
    }

    // Everything is asked, from another place on in every thread.
    private static string Answer(int from)
    {
        using var culture = new CultureScope("en");
        var answers = new string[Asked.Length];
        for (var i = 0; i < Asked.Length; i++)
            answers[(from + i) % Asked.Length] = Asked[(from + i) % Asked.Length]();
        return string.Join('\n', answers);
    }

    private static IEnumerable<object> Terms() => typeof(AccountTier).Assembly.GetExportedTypes()
        .Where(type => type is { IsAbstract: false, IsGenericType: false } && Base(type) is { } term && term == typeof(Term<>))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == type))
        .Select(field => field.GetValue(null)!);

    private static Type? Base(Type type)
    {
        var each = type;
        while (each is not null && !(each.IsGenericType && each.GetGenericTypeDefinition() == typeof(Term<>)))
            each = each.BaseType;
        return each?.GetGenericTypeDefinition();
    }

    // The library and its tests once more, with statics of their own.
    private sealed class FreshLibrary() : AssemblyLoadContext("fresh")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == typeof(AccountTier).Assembly.GetName().Name ? LoadFromAssemblyPath(typeof(AccountTier).Assembly.Location) : null;
    }
}
