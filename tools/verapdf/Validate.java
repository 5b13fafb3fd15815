import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates each file against each profile: {@code Validate ua1,3a FILE...}
 *
 * One line a validation, fields parted by tabs: profile, file, PASS or FAIL, assertions made, then for each failed
 * rule its clause, how often, and its message with the place of the last failure. The exit code only says whether
 * the files could be read.
 */
public class Validate {
    private static final int FAILURES_TOLD_A_RULE = 500;

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            for (String profile : arguments[0].split(",")) {
                System.out.println(String.join("\t", validate(profile, arguments[i])));
            }
        }
    }

    private static List<String> validate(String profile, String file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
            PDFAValidator validator =
                Foundries.defaultInstance().createValidator(flavour, FAILURES_TOLD_A_RULE, false, true, false);
            ValidationResult result = validator.validate(parser);
            List<String> fields = new ArrayList<>(List.of(
                profile, file, result.isCompliant() ? "PASS" : "FAIL", String.valueOf(result.getTotalAssertions())));
            fields.addAll(failures(result));
            return fields;
        }
    }

    private static List<String> failures(ValidationResult result) {
        Map<String, Integer> times = new TreeMap<>();
        Map<String, String> messages = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                times.merge(rule, 1, Integer::sum);
                messages.put(rule, assertion.getMessage() + " @ " + assertion.getLocation().getContext());
            }
        }
        List<String> told = new ArrayList<>();
        messages.forEach((rule, message) ->
            told.add(rule + " x" + times.get(rule) + ": " + message.replaceAll("\\s+", " ")));
        return told;
    }
}
