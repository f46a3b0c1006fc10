using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Tests.House;
using NodaTime;

namespace KeyAccount.Core.Tests.Reviews;

public class ReviewHistoryTests
{
    private static readonly Portfolio Sample = Portfolio.FromJson(
        File.ReadAllText(Path.Combine(SourceFiles.Root, "src", "KeyAccount.Tool", "Samples", "portfolio.json")));

    private static readonly PortfolioReview[] Months =
        [.. Enumerable.Range(0, 4).Select(month => new AccountReviewer(ReviewModels.For(Sample)).Review(Sample with { AsOf = Sample.AsOf.PlusMonths(month) }))];

    [Fact]
    public void Reviews_are_kept_once_compared_with_the_last_and_come_back_equal()
    {
        var store = new MemoryStore();
        var history = new ReviewHistory(store);
        foreach (var review in Months)
            history.Record(review).Should().BeTrue();
        history.Record(Months[1]).Should().BeFalse("the same is kept");
        var run = new AccountReviewer(ReviewModels.For(Sample)).Begin(Sample);
        history.Record(run).Should().BeFalse("made account by account it is the same");
        FluentActions.Invoking(() => history.Record(run.OwnedBy(run.Owners[0]))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => history.Record(Months[0] with { AsOf = Months[1].AsOf })).Should().Throw<InvalidOperationException>().WithMessage("*is stored and differs in *accounts, such as '*'; remove the stored one*");
        FluentActions.Invoking(() => history.Record(Months[0] with { Owner = "Li" })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => history.Record(Months[0] with { Currency = "EUR" })).Should().Throw<ArgumentException>().WithMessage("review is in EUR; the history is in *");
        history.Before(Months[2].AsOf).Should().Be(Months[1].ToSnapshot());
        history.Before(Months[0].AsOf).Should().BeNull();
        var record = RecordedReview.Of(Months[3]);
        RecordedReview.FromJson(record.ToJson()).Should().Be(record);
        RecordedReview.FromJson(record.ToJson()).ToJson().Should().Be(record.ToJson());
        FluentActions.Invoking(() => RecordedReview.FromJson(record.ToJson().Replace("\"asOf\":\"" + record.AsOf.ToString("R", null), "\"asOf\":\"1999-01-01", StringComparison.Ordinal)[..^1] + " }")).Should().NotThrow<NullReferenceException>();
    }

    [Fact]
    public void The_stream_of_changes_is_what_each_account_has_gone_through()
    {
        var history = new ReviewHistory(new MemoryStore());
        foreach (var review in Months)
            history.Record(review);
        var all = history.Changes().ToArray();
        all.Should().NotBeEmpty();
        all.Select(step => step.To).Should().BeInAscendingOrder();
        foreach (var id in Months[0].Accounts.Select(account => account.Id))
            history.Of(id).Steps().Should().Equal(all.Where(step => step.Movement.Id == id));
        history.Changes(Months[2].AsOf).Should().Equal(all.Where(step => step.To > Months[2].AsOf));
    }

    // Facts come and go month by month, somebody does some of it; everything is done a second time from the same facts.
    [Fact]
    public void A_year_that_is_replayed_comes_to_the_same_bytes_and_asks_for_nothing_twice()
    {
        var (first, second) = (Year(34), Year(34));
        second.Should().Equal(first);
        Year(35).Should().NotEqual(first, "another year is another one: the comparison can fail");
    }

    private static string[] Year(int seed)
    {
        var random = new Random(seed);
        var store = new MemoryStore();
        var history = new ReviewHistory(store);
        AccountFile[] accounts = [.. Sample.Accounts.Take(8)];
        var returned = false;
        for (var month = 0; month < 12; month++)
        {
            var asOf = Sample.AsOf.PlusMonths(month);
            var portfolio = Sample with
            {
                AsOf = asOf,
                Accounts =
                [
                    .. accounts.Select(account => account with
                    {
                        Value = account.Value! with { GrossMarginRate = 0.05 + (0.3 * random.NextDouble()), DebtOverdueDays = random.Next(3) == 0 ? 40 : 0 },
                        Contracts = random.Next(2) == 0 ? account.Contracts : [],
                    }),
                ],
            };
            var review = new AccountReviewer(ReviewModels.For(portfolio)).Review(portfolio);
            history.Record(review).Should().BeTrue();
            history.TakeUp(review.Accounts);
            var plans = review.Accounts.Select(account => store.ReadPlan(account.Id)).OfType<StoredPlan>().ToArray();
            history.Record(review).Should().BeFalse();
            history.TakeUp(review.Accounts);
            review.Accounts.Select(account => store.ReadPlan(account.Id)).OfType<StoredPlan>().Should().Equal(plans, "the same review changes nothing");
            var actions = plans.SelectMany(plan => plan.Plan.Actions).ToArray();
            actions.Select(action => action.Id).Should().OnlyHaveUniqueItems();
            actions.Where(action => !action.State.HasEnded).Should().OnlyHaveUniqueItems(action => action.Id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('.'), "nothing is asked for twice");
            returned |= actions.Any(action => action.Id.EndsWith(".2", StringComparison.Ordinal));
            foreach (var action in actions.Where(action => !action.State.HasEnded && random.Next(3) == 0))
            {
                var state = random.Next(4) == 0 ? new ActionState(ActionStatus.Dismissed, asOf, "not now") : new ActionState(ActionStatus.Done, asOf);
                history.Edit(plans.First(plan => plan.Plan.Actions.Contains(action)).Plan.AccountId, action.Id, now => now with { State = state }, action.Revision).IsAccepted.Should().BeTrue();
            }
        }

        returned.Should().BeTrue("some of it has come back");
        history.Changes().Should().NotBeEmpty();
        return
        [
            .. store.Dates().Select(date => store.Read(date)!.ToJson()),
            .. accounts.Select(account => store.ReadPlan(account.Id)).OfType<StoredPlan>().Select(plan => new PlanFile { Plans = [plan.Plan] }.ToJson()),
        ];
    }

    [Fact]
    public void An_edit_is_made_of_what_stands_there_now()
    {
        var store = new MemoryStore();
        var history = new ReviewHistory(store);
        history.TakeUp(Months[0].Accounts);
        var account = Months[0].Accounts.First(each => each.Actions.Count > 1);
        var (first, second) = (store.ReadPlan(account.Id)!.Plan.Actions[0].Id, store.ReadPlan(account.Id)!.Plan.Actions[1].Id);

        // Another program edits the second action between reading and writing.
        var isIn = false;
        var edit = history.Edit(account.Id, first, action =>
        {
            if (!isIn)
            {
                isIn = true;
                history.Edit(account.Id, second, other => other with { Hours = 5 }).IsAccepted.Should().BeTrue();
            }

            return action with { State = new(ActionStatus.Done, Months[0].AsOf) };
        });
        edit.IsAccepted.Should().BeTrue();
        var plan = store.ReadPlan(account.Id)!.Plan;
        plan.Actions.Single(action => action.Id == second).Hours.Should().Be(5);
        plan.Actions.Single(action => action.Id == first).State.Status.Should().Be(ActionStatus.Done);
        history.TakeUp(Months[0].Accounts);
        store.ReadPlan(account.Id)!.Plan.Should().Be(plan, "the same review changes nothing");
    }
}
