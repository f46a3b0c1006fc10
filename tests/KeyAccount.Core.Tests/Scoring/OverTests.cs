using System.Linq.Expressions;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class OverTests
{
    private static readonly Scorecard<Facts, string> Card = Scorecard.For<Facts, string>("over").Version("7")
        .Group("g", 3, g => g.Criterion("sales", 2, f => f.Sales / f.Visits, Cards.AsItIs, step: 5, label: "Sales per visit"))
        .Criterion("standing", 1, f => f.Standing, Cards.OfStanding)
        .Criterion("fixed", 1, f => f.Fixed, Cards.AsItIs)
        .Cap("late", f => f.Overdue > 90, "low")
        .MissingData(MissingData.AssumeWorst, 0.1)
        .Bands((0, "low"), (50, "high"))
        .Build();

    [Fact]
    public void The_model_is_the_same_over_a_class_of_your_own()
    {
        var over = Card.Over<Client>(
            c => new Facts { Sales = c.Revenue, Visits = c.Calls, Standing = c.Person!.Standing, Overdue = c.DaysLate });
        var client = new Client { Revenue = 600, Calls = 10, DaysLate = 91, Person = new() { Standing = Standing.Fair } };
        over.Everywhere(client).Should().Be(Card.Everywhere(new() { Sales = 600, Visits = 10, Standing = Standing.Fair, Overdue = 91 }));
        over.Everywhere(new() { Calls = 0 }).Should().Be(Card.Everywhere(new() { Visits = 0, Overdue = 0 }));
        (over.Id, over.Version, over.MissingData, over.MinimumCoverage).Should().Be(("over", "7", MissingData.AssumeWorst, 0.1));
        over.Criteria.Select(each => (each.Key, each.Group, each.Weight, each.Step, each.Label.En, each.Scale))
            .Should().Equal(Card.Criteria.Select(each => (each.Key, each.Group, each.Weight, each.Step, each.Label.En, each.Scale)));
    }

    [Fact]
    public void No_facts_are_made_and_none_of_their_members_is_left()
    {
        var over = Card.Over<Client>(
            c => new Facts { Sales = c.Revenue, Visits = c.Calls, Standing = c.Person!.Standing, Overdue = c.DaysLate });
        foreach (var tree in new LambdaExpression[] { over.ToExpression(), over.InBand("low"), over.InBand("high") })
        {
            var (members, others) = MembersIn(tree);
            string[] capped = tree.ReturnType == typeof(bool) ? ["Client.DaysLate"] : [];
            members.Should().BeEquivalentTo(["Client.Revenue", "Client.Calls", "Client.Person", "Person.Standing", .. capped]);
            others.Should().BeSubsetOf(
            [
                "Conditional", "Convert", "Constant", "Parameter", "MemberAccess", "Add", "Subtract", "Multiply", "Divide", "Call", "Equal",
                "NotEqual",
                "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual", "AndAlso", "OrElse", "Not",
            ]);
        }
    }

    [Fact]
    public void What_is_left_out_has_the_value_that_new_facts_have()
    {
        var assessment = Card.Over<Client>(c => new Facts { Sales = c.Revenue }).Everywhere(new() { Revenue = 140 });
        assessment.Contributions.Select(each => each.Raw).Should().Equal(70, null, 12);
        assessment.Caps[0].Holds.Should().BeNull("a comparison with what is not known is unknown");
        Holds(f => f.Overdue == 90).Should().BeNull();
        Holds(f => f.Overdue != 90).Should().BeNull();
        Holds(f => f.Overdue == null).Should().BeTrue();
        Holds(f => f.Standing != null).Should().BeFalse();
        Holds(f => f.Visits > 1).Should().BeTrue();

        static bool? Holds(Expression<Func<Facts, bool?>> when) => Scorecard.For<Facts, string>("left out")
            .Criterion("m", 1, f => f.Fixed, Cards.AsItIs).Cap("cap", when, "any").Bands((0, "any")).Build()
            .Over<Client>(c => new Facts { Sales = c.Revenue }).Everywhere(new()).Caps[0].Holds;
    }

    [Fact]
    public void A_member_may_hold_the_facts_and_may_be_missing()
    {
        var over = Card.Over<Client>(c => c.Facts!);
        var facts = new Facts { Sales = 100, Visits = 4, Standing = Standing.Good, Overdue = 100 };
        over.Everywhere(new() { Facts = facts }).Should().Be(Card.Everywhere(facts));
        over.Everywhere(new()).Contributions.Select(each => each.Raw).Should().Equal([null, null, null]);
    }

    [Fact]
    public void A_member_that_holds_the_facts_may_hold_conditions_too()
    {
        var card = Cards.Of(f => f.Flag == true || f.Whole > 3 ? f.Plain : f.Part!.Active ? 1 : f.Count);
        var over = card.Over<Holder>(h => h.Figures!);
        Figures[] all = [
            new() { Flag = true, Plain = 5 }, new() { Whole = 4, Plain = 6 }, new() { Part = new() { Active = true } },
            new() { Count = 3 }];
        foreach (var figures in all)
            over.Everywhere(new() { Figures = figures }).Should().Be(card.Everywhere(figures));
        over.Everywhere(new()).IsRated.Should().BeFalse();
    }

    [Fact]
    public void Over_over_over_is_over()
    {
        var over = Card
            .Over<Client>(c => new Facts { Sales = c.Revenue + 1, Visits = c.Calls, Overdue = c.DaysLate })
            .Over<Person>(p => new Client { Revenue = p.Age, Calls = 2, DaysLate = 91 })
            .Over<Person>(p => p);
        over.Everywhere(new() { Age = 59 }).Should().Be(Card.Everywhere(new() { Sales = 60, Visits = 2, Overdue = 91 }));
        MembersIn(over.ToExpression()).Members.Should().Equal("Person.Age");
    }

    [Fact]
    public void A_binding_may_compute()
    {
        var rate = 0.5;
        var over = Card.Over<Client>(c => new Facts
        {
            Sales = c.DaysLate > 10 ? c.Revenue * rate : null,
            Visits = c.Calls / 2,
            Overdue = c.Person == null ? 0 : 100,
        });
        over.Everywhere(new() { DaysLate = 11, Revenue = 80, Calls = 5 }).Contributions[0].Raw.Should().Be(20);
        rate = 1;
        over.Everywhere(new() { Revenue = 80, Calls = 5, Person = new() }).Caps[0].Holds.Should().BeTrue();
        Card.Over<Client>(c => new Facts { Sales = rate }).Everywhere(new()).Contributions[0].Raw.Should().Be(0.5);
    }

    [Fact]
    public void What_a_database_could_not_compute_runs_in_memory_and_is_told_by_the_name_of_the_criterion()
    {
        var over = Card.Over<Client>(
            c => new Facts { Sales = c.Orders.Sum(), Visits = c.Orders.Count, Overdue = (int)c.Revenue!.Value });
        var assessment = over.Assess(new() { Orders = [10, 20, 60], Revenue = 91.5 });
        assessment.Contributions[0].Raw.Should().Be(30);
        assessment.Caps[0].Holds.Should().BeTrue();
        over.Assess(new()).Caps[0].Holds.Should().BeNull("a revenue that is not known is not 0");
        Cards.FaultsOf(() => over.ToExpression()).Should().Equal(
            "criteria[\"sales\"].measure: it calls Enumerable.Sum, which not every database supports; compute it beforehand and make it a fact",
            "caps[\"late\"].when: it converts Double to Int32, which databases round differently");
    }

    [Fact]
    public void The_size_of_a_collection_is_a_query_of_its_own() => Cards
        .FaultsOf(() => Card.Over<Client>(c => new Facts { Sales = c.Revenue, Visits = c.Orders.Count }).InBand("low"))
        .Should().Equal(
            "criteria[\"sales\"].measure: it reads Count of the collection 'c.Orders', which needs a query of its own; compute it beforehand and make it a fact");

    [Fact]
    public void Facts_that_a_constructor_makes_cannot_be_taken_apart() => Cards
        .FaultsOf(() => Scorecard.For<Positional, string>("p").Criterion("m", 1, f => f.Sales, Cards.AsItIs).Bands((0, "any")).Build()
            .Over<Client>(c => new Positional(c.Revenue)))
        .Should().Equal(
            "criteria[\"m\"].measure: the facts are 'new Positional(c.Revenue)'; write new Positional { Member = … }, or name a member that holds them");

    [Fact]
    public void What_is_computed_from_facts_is_refused_because_none_are_made()
    {
        var card = Scorecard.For<Facts, string>("computed").Criterion("m", 1, f => f.PerVisit, Cards.AsItIs).Bands((0, "any")).Build();
        card.Everywhere(new() { Sales = 60, Visits = 2 }).Score.Should().Be(30);
        card.Over<Client>(c => c.Facts!).Everywhere(new() { Facts = new() { Sales = 60, Visits = 2 } }).Score.Should().Be(30);
        Cards.FaultsOf(() => card.Over<Client>(c => new Facts { Sales = c.Revenue, Visits = c.Calls })).Should().Equal(
            "criteria[\"m\"].measure: it reads Facts.PerVisit, which is computed from facts, and no facts object is created here; write out its formula");
    }

    [Fact]
    public void Members_of_a_base_class_are_bound_too()
    {
        var card = Scorecard.For<Derived, string>("derived").Criterion("a", 1, f => f.Sales, Cards.AsItIs)
            .Criterion("b", 1, f => f.More, Cards.AsItIs)
            .Bands((0, "any")).Build();
        card.Over<Client>(c => new Derived { Sales = c.Revenue, More = c.Calls }).Everywhere(new() { Revenue = 40, Calls = 20 })
            .Contributions.Select(each => each.Raw).Should().Equal(40, 20);
    }

    [Fact]
    public void Nothing_is_no_binding()
    {
        var misuse = () => Card.Over<Client>(null!);
        misuse.Should().Throw<ArgumentNullException>();
    }

    private static (IReadOnlyCollection<string> Members, IReadOnlyCollection<string> Others) MembersIn(LambdaExpression tree)
    {
        var walk = new Walk();
        walk.Visit(tree.Body);
        return (walk.Members, walk.Nodes);
    }

    private sealed class Walk : ExpressionVisitor
    {
        public HashSet<string> Members { get; } = [];

        public HashSet<string> Nodes { get; } = [];

        public override Expression? Visit(Expression? node)
        {
            if (node is not null)
                Nodes.Add(node.NodeType.ToString());
            if (node is MemberExpression member)
                Members.Add($"{member.Member.DeclaringType!.Name}.{member.Member.Name}");
            if (node is MethodCallExpression call)
                call.Method.Should().BeSameAs(((Func<double, double>)Math.Floor).Method);
            return base.Visit(node);
        }
    }

    private record Facts
    {
        public double? Sales { get; init; }

        public int Visits { get; init; } = 2;

        public Standing? Standing { get; init; }

        public int? Overdue { get; init; }

        public double? Fixed { get; init; } = 12;

        public double? PerVisit => Sales / Visits;
    }

    private sealed record Derived : Facts
    {
        public double? More { get; init; }
    }

    private sealed record Positional(double? Sales);

    private sealed class Holder
    {
        public Figures? Figures { get; init; }
    }

    private sealed class Client
    {
        public double? Revenue { get; init; }

        public int Calls { get; init; }

        public int DaysLate { get; init; }

        public Person? Person { get; init; }

        public Facts? Facts { get; init; }

        public List<double> Orders { get; init; } = [];
    }

    private sealed class Person
    {
        public double Age { get; init; }

        public Standing? Standing { get; init; }
    }
}
