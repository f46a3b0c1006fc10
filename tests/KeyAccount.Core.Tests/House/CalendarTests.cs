using System.Reflection;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.House;

/// <summary>A date of another calendar than the ISO one is refused by every public member that takes a date: it would be compared, written
/// and read as another day.</summary>
public class CalendarTests
{
    private const int Attempts = 60;

    private static readonly CalendarSystem[] Others =
        [CalendarSystem.Julian, CalendarSystem.HebrewCivil, CalendarSystem.PersianSimple, CalendarSystem.Gregorian];

    private static readonly MemberAndDate[] All = [.. Members()];

    public static TheoryData<string> Names => [.. All.Select(each => each.Name)];

    [Fact]
    public void The_members_are_found() => All.Should().HaveCountGreaterThan(60);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_date_of_another_calendar_is_refused(string name)
    {
        var member = All.Single(each => each.Name == name);
        var values = JsonTests.Values(1);
        var last = "every call was accepted";
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                member.Call(values, Others[attempt % Others.Length]);
                Assert.Fail($"{name} accepts a date of the calendar {Others[attempt % Others.Length]}.");
            }
            catch (TargetInvocationException e) when (e.InnerException is ArgumentException { Message: var message })
            {
                if (message.Contains("it must be one of ISO", StringComparison.Ordinal))
                    return;

                // Another argument is refused first: other ones, then.
                last = message;
            }
        }

        Assert.Fail($"{name} never speaks of the calendar; it says: {last}");
    }

    private static IEnumerable<MemberAndDate> Members()
    {
        foreach (var type in typeof(Term<>).Assembly.GetExportedTypes()
            .Where(type => !type.IsInterface && (!type.IsAbstract || type.IsSealed)
                && !type.IsAssignableTo(typeof(System.Text.Json.Serialization.JsonConverter)))
            .Select(Specimens.Closed))
        {
            const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            foreach (var method in type.GetConstructors(Declared).Cast<MethodBase>().Concat(type.GetMethods(Declared))
                .Where(each => each.GetParameters().Any(parameter => HoldsDates(parameter.ParameterType))))
            {
                var closed = method is MethodInfo { ContainsGenericParameters: true } open
                    ? open.MakeGenericMethod([.. open.GetGenericArguments().Select(_ => typeof(KeyAccount.Core.Grading.AccountTier))])
                    : method;
                foreach (var parameter in closed.GetParameters().Where(each => !each.IsOut && HoldsDates(each.ParameterType)))
                {
                    var signature = string.Join(", ", closed.GetParameters().Select(each => each.ParameterType.Name));
                    yield return new($"{type.Name}.{closed.Name}({signature}): {parameter.Name}", closed, parameter);
                }
            }
        }
    }

    private static bool HoldsDates(Type type) => PlainDate(type) is not null;

    private static Type? PlainDate(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(LocalDate) || plain == typeof(YearMonth) || plain == typeof(DateInterval) ? plain
            : plain.IsGenericType && plain.IsInterface && plain.GetGenericArguments() is [var item] ? PlainDate(item)
            : null;
    }

    private sealed record MemberAndDate(string Name, MethodBase Method, ParameterInfo Date)
    {
        public void Call(Specimens values, CalendarSystem calendar)
        {
            var arguments = Method.GetParameters()
                .Select(parameter => parameter.Position == Date.Position ? Other(parameter.ParameterType, calendar)
                    : parameter.HasDefaultValue ? parameter.DefaultValue
                    : values.Make(parameter.ParameterType))
                .ToArray();
            if (Method is ConstructorInfo constructor)
                constructor.Invoke(arguments);
            else
                Method.Invoke(Method.IsStatic ? null : values.Make(Method.DeclaringType!), arguments);
        }

        private static object Other(Type type, CalendarSystem calendar)
        {
            var day = new LocalDate(2026, 11, 28).WithCalendar(calendar);
            var plain = PlainDate(type)!;
            object date = plain == typeof(LocalDate) ? day
                : plain == typeof(YearMonth) ? new YearMonth(day.Year, day.Month, calendar)
                : new DateInterval(day, day.PlusDays(3));
            if ((Nullable.GetUnderlyingType(type) ?? type) == plain)
                return date;
            var list = Array.CreateInstance(plain, 1);
            list.SetValue(date, 0);
            return list;
        }
    }
}
