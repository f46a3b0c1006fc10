using System.Reflection;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.House;

/// <summary>A sum or product that does not fit a decimal is an <see cref="OverflowException"/> that names member and values, in every
/// public member that takes or holds amounts.</summary>
public class OverflowTests
{
    private static readonly int Attempts = Seeded.Budget(25);

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Names => [.. TypesWithAmounts().Select(type => type.FullName!).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void The_types_are_found() => Names.Should().HaveCountGreaterThan(60);

    [Theory]
    [MemberData(nameof(Names))]
    public void Amounts_that_are_too_large_are_named(string name)
    {
        var type = TypesWithAmounts().First(each => each.FullName == name);
        var values = JsonTests.Values(3, areExtreme: true);
        var silent = new SortedSet<string>(StringComparer.Ordinal);
        MethodBase[] members =
        [
            .. type.GetConstructors(Declared).Cast<MethodBase>()
                .Concat(type.GetMethods(Declared).Where(each => !each.Name.StartsWith("op_", StringComparison.Ordinal)))
                .Select(Closed)
                .OfType<MethodBase>(),
        ];
        var needsInstance = members.Any(each => each is MethodInfo { IsStatic: false });
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Of some amounts no value of the type can be made.
            var instance = needsInstance && TryMake(() => values.Make(type), out var made) ? made : null;
            foreach (var member in members.Where(each => each.IsStatic || each is ConstructorInfo || instance is not null))
            {
                if (TryMake(() => member.GetParameters().Select(each => Argument(values, each)).ToArray(), out var arguments)
                    && FaultOf(member, instance, arguments!) is { } fault)
                {
                    silent.Add($"{member.Name}: {fault}");
                }
            }
        }

        silent.Should().BeEmpty();
    }

    private static string? FaultOf(MethodBase member, object? instance, object?[] arguments)
    {
        try
        {
            // A wrapped exception is thrown twice, and that is most of the time here.
            _ = member is ConstructorInfo constructor
                ? constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null)
                : member.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return null;
        }
        catch (Exception e)
        {
            return e switch
            {
                OverflowException overflow => !overflow.Message.Any(char.IsAsciiDigit)
                    || !overflow.Message.Contains("decimal", StringComparison.Ordinal) ? overflow.Message : null,
                DivideByZeroException => "it divides by zero",
                _ => null,
            };
        }
    }

    private static bool TryMake<T>(Func<T> make, out T? made)
    {
        try
        {
            made = make();
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or ArithmeticException or ArgumentException)
        {
            made = default;
            return false;
        }
    }

    private static IEnumerable<Type> TypesWithAmounts() => typeof(Term<>).Assembly.GetExportedTypes()
        .Where(type => type.Namespace != "KeyAccount.Core.Reviews"
            && !type.IsInterface && (!type.IsAbstract || type.IsSealed) && !type.IsEnum && !type.IsAssignableTo(typeof(Exception))
            && !type.IsAssignableTo(typeof(System.Text.Json.Serialization.JsonConverter)))
        .Select(Specimens.Closed)
        .Where(type => type.GetConstructors(Declared).Cast<MethodBase>().Concat(type.GetMethods(Declared)).Any(HoldsAmounts));

    private static bool HoldsAmounts(MethodBase method) =>
        method.GetParameters().Select(each => each.ParameterType).Append((method as MethodInfo)?.ReturnType).Any(IsAmount);

    private static bool IsAmount(Type? type) => type is not null && ((Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal)
        || (type.IsGenericType && type.GetGenericArguments().Any(IsAmount)));

    private static MethodBase? Closed(MethodBase method)
    {
        if (method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike))
            return null;
        if (!method.ContainsGenericParameters)
            return method;
        try
        {
            return ((MethodInfo)method).MakeGenericMethod(
                [.. method.GetGenericArguments().Select(_ => typeof(KeyAccount.Core.Grading.AccountTier))]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static object? Argument(Specimens values, ParameterInfo parameter) =>
        parameter.IsOut || parameter.ParameterType.IsByRefLike ? null
        : parameter.HasDefaultValue && values.Random.Next(2) == 0 ? parameter.DefaultValue
        : values.Make(parameter.ParameterType);
}
